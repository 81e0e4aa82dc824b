import type { Api, Operation, SecurityRequirement } from "@specmill/spec";
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

/** Credentials for every scheme of a requirement; undefined where one is lacking. */
export function satisfy(wallet: Wallet, requirement: SecurityRequirement): readonly Credential[] | undefined {
  const credentials = requirement.map(wallet);
  return credentials.every((one) => one !== undefined) ? credentials : undefined;
}

/** The credentials that a plain call carries: those of the first alternative that asks for any and can be satisfied. */
export function chooseCredentials(wallet: Wallet, { security }: Operation): readonly Credential[] {
  const alternatives = security.flatMap((requirement) => {
    const credentials = satisfy(wallet, requirement);
    return credentials === undefined || credentials.length === 0 ? [] : [credentials];
  });
  return alternatives[0] ?? [];
}
