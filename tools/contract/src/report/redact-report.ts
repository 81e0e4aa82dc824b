import type { Api } from "@specmill/spec";
import type { Credential } from "../case/contract-case.ts";
import type { CaseResult } from "../run/verdict.ts";
import { redactExchange, redactText, type Secrets } from "./redact-exchange.ts";
import type { ApiReport } from "./report.ts";

/**
 * A report that may be written anywhere: no exchange and no message of it holds a secret. Every report goes through
 * here once, before it is written in any format.
 *
 * @param api - the model of the same document, which says what is secret
 * @param given - the credentials that were sent, secret wherever they stand
 */
export function redactReport(report: ApiReport, api: Api, given: readonly Credential[] = []): ApiReport {
  const secrets = new Map(api.operations.map(({ id }) => [id, listSecrets(api, id, given)]));
  return {
    ...report,
    results: report.results.map((result) =>
      redactResult(result, secrets.get(result.operation) ?? listSecrets(api, undefined, given)),
    ),
  };
}

/** What is secret of an operation; of one that the document does not have, whatever is secret of any. */
export function listSecrets(
  { securitySchemes, operations }: Api,
  id?: string,
  given: readonly Credential[] = [],
): Secrets {
  const operation = operations.find((candidate) => candidate.id === id);
  const concerned = operation === undefined ? operations : [operation];
  const credentials = securitySchemes.flatMap((scheme) => (scheme.kind === "apiKey" ? scheme.parameter : []));
  const parameters = concerned.flatMap((one) => one.parameters).filter(({ sensitive }) => sensitive);
  return {
    credentials: given,
    names: [...credentials, ...parameters.map(({ name }) => name)],
    sensitive: concerned.flatMap(({ sensitive }) => sensitive),
    ...(operation === undefined ? {} : { path: operation.path }),
  };
}

/** What became of a case, without secrets. */
export function redactResult(result: CaseResult, secrets: Secrets): CaseResult {
  if (result.exchange === undefined) return result;
  const { exchange, removed } = redactExchange(result.exchange, secrets);
  const failures = result.failures.map((failure) => ({
    ...failure,
    message: redactText(failure.message, removed),
  }));
  return { ...result, failures, exchange };
}
