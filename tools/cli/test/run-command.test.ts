import { expect, test } from "vitest";
import { enterHouse, petsDocument, run } from "./house.ts";

test.each([
  { given: ["--help"], code: 0, stdout: /^Specmill: .*\n {2}generate {2}/s, stderr: /^$/ },
  { given: [], code: 2, stdout: /Usage: specmill <command>/, stderr: /^$/ },
  { given: ["generate", "--help"], code: 0, stdout: /^Usage: specmill generate/, stderr: /^$/ },
  { given: ["lint", "-h"], code: 0, stdout: /^Usage: specmill lint/, stderr: /^$/ },
  { given: ["brew"], code: 2, stdout: /^$/, stderr: /^specmill: there is no command "brew"/ },
  { given: ["toString"], code: 2, stdout: /^$/, stderr: /^specmill: there is no command "toString"/ },
  { given: ["generate", "--brew"], code: 2, stdout: /^$/, stderr: /Unknown option '--brew'.*--help/s },
  {
    given: ["generate", "birds"],
    code: 2,
    stdout: /^$/,
    stderr: /no specs\/birds\/openapi.yaml. APIs: pets\./,
  },
  { given: ["generate", "--spec", "x.yaml"], code: 2, stdout: /^$/, stderr: /--spec needs --out/ },
  { given: ["generate", "--out", "x"], code: 2, stdout: /^$/, stderr: /--out and --name go with --spec/ },
  { given: ["generate", "pets", "--spec", "x"], code: 2, stdout: /^$/, stderr: /not both/ },
  {
    given: ["generate", "--spec", "x", "--out", "y", "--name", "No Name"],
    code: 2,
    stdout: /^$/,
    stderr: /no npm name/,
  },
  { given: ["lint", "--format", "xml"], code: 2, stdout: /^$/, stderr: /codeframe, github, json, sarif/ },
  { given: ["start"], code: 2, stdout: /^$/, stderr: /packages\/pets is not built. Run `npm run build`/ },
  { given: ["mock", "--port", "many"], code: 2, stdout: /^$/, stderr: /--port is a number from 0 to 65535/ },
])(
  "answers `specmill $given` with exit code $code and never a stack trace",
  async ({ given, code, stdout, stderr }) => {
    await enterHouse({ "specs/pets/openapi.yaml": petsDocument });
    const ran = await run(...given);
    expect(ran.code).toBe(code);
    expect(ran.stdout).toMatch(stdout);
    expect(ran.stderr).toMatch(stderr);
    expect(ran.stderr).not.toMatch(/\n {4}at /);
  },
);
