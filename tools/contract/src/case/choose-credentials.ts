import type { Api, Operation, SecurityRequirement } from "@specmill/spec";
import { isOvercrowded } from "../obligation/carrier-of.ts";
import type { Credential } from "./contract-case.ts";

/** The credential for a scheme; undefined where there is none to give. */
export type Wallet = (scheme: string) => Credential | undefined;

/** Made-up credentials, the same on each run: a mock asks whether there is one, not whose it is. */
export function inventCredentials(api: Api): Wallet {
  return (name) => {
    const scheme = api.securitySchemes.find((known) => known.name === name);
    switch (scheme?.kind) {
      case "apiKey":
      case "bearer":
        return { scheme: name, value: `specmill-${name.replace(/[^A-Za-z0-9]+/g, "-")}` };
      case "basic":
        return { scheme: name, value: { username: "specmill", password: "specmill-password" } };
      case "unsupported":
      case undefined:
        return undefined;
    }
  };
}

/** Credentials for every scheme of a requirement; undefined where one is lacking, or no request can carry them all. */
export function satisfy(
  api: Api,
  wallet: Wallet,
  requirement: SecurityRequirement,
): readonly Credential[] | undefined {
  if (isOvercrowded(api, requirement)) return undefined;
  const credentials = requirement.map(wallet);
  return credentials.every((one) => one !== undefined) ? credentials : undefined;
}

/** The credentials that a plain call carries: those of the first alternative that asks for any and can be satisfied. */
export function chooseCredentials(api: Api, wallet: Wallet, { security }: Operation): readonly Credential[] {
  const alternatives = security.flatMap((requirement) => {
    const credentials = satisfy(api, wallet, requirement);
    return credentials === undefined || credentials.length === 0 ? [] : [credentials];
  });
  return alternatives[0] ?? [];
}

/** Every credential that a run may send. */
export function listCredentials({
  api,
  wallet,
}: {
  readonly api: Pick<Api, "securitySchemes">;
  readonly wallet: Wallet;
}): readonly Credential[] {
  return api.securitySchemes.flatMap(({ name }) => wallet(name) ?? []);
}
