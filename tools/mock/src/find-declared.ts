/** The response that stands for a status: the one of its code, of its range, or the default (OpenAPI 3.1, section 4.8.16). */
export function findDeclared<Declared extends { readonly status: string }>(
  responses: readonly Declared[],
  status: number,
): Declared | undefined {
  return [String(status), `${String(status).charAt(0)}XX`, "default"]
    .map((name) => responses.find((response) => response.status.toUpperCase() === name.toUpperCase()))
    .find((response) => response !== undefined);
}
