import { type Command, type ExitCode, UsageError } from "./command.ts";
import { printError, printResult } from "./print.ts";

/** Each command is loaded when it is called: none pays for another's libraries. */
const commands: { readonly [name: string]: () => Promise<Command> } = {
  lint: async () => (await import("./commands/lint.ts")).lint,
  generate: async () => (await import("./commands/generate.ts")).generate,
  mock: async () => (await import("./commands/mock.ts")).mock,
  contract: async () => (await import("./commands/contract.ts")).contract,
  review: async () => (await import("./commands/review.ts")).review,
  explain: async () => (await import("./commands/explain.ts")).explain,
  proxy: async () => (await import("./commands/proxy.ts")).proxy,
  start: async () => (await import("./commands/start.ts")).start,
};

/**
 * Runs `specmill` with the words after its name. Whatever is thrown ends here: misuse as a line and a pointer to the
 * help, anything else as a bug with its stack.
 */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  const [name, ...args] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    printResult(await writeOverview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    printError(`specmill: there is no command "${name}". Run \`specmill --help\` for those there are.`);
    return 2;
  }
  const command = await load();
  if (args.includes("--help") || args.includes("-h")) {
    printResult(command.help);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) {
      printError(`specmill ${name}: ${error.message}\nRun \`specmill ${name} --help\` for how to call it.`);
    } else {
      printError(
        `specmill ${name}: this is a bug in Specmill.\n${error instanceof Error ? error.stack : String(error)}`,
      );
    }
    return 2;
  }
}

async function writeOverview(): Promise<string> {
  const lines = Object.entries(commands).map(
    async ([name, load]) => `  ${name.padEnd(10)}${(await load()).summary}\n`,
  );
  return `Specmill: OpenAPI documents in, typed and verified fetch clients out.

Usage: specmill <command> [options]

Commands:
${(await Promise.all(lines)).join("")}
Run \`specmill <command> --help\` for its options. Exit codes: 0 good, 1 problems or stale, 2 misuse or bug.
`;
}
