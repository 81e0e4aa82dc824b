// Changesets writes a changelog into each package; an API's is kept beside its spec, from where it is generated.
import { access, copyFile, readdir } from "node:fs/promises";

for (const api of await readdir("packages")) {
  const from = `packages/${api}/CHANGELOG.md`;
  const isKept = await Promise.all([access(from), access(`specs/${api}`)]).then(
    () => true,
    () => false,
  );
  if (isKept) await copyFile(from, `specs/${api}/CHANGELOG.md`);
}
