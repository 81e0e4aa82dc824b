import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { runCommand } from "../src/run-command.ts";

/** A document that lints clean, with one operation. */
export const petsDocument = `openapi: 3.1.0
info:
  title: Pets
  description: The pets of a shop.
  version: "1.0"
  license: { name: MIT, identifier: MIT }
servers:
  - url: https://pets.test
    description: The shop.
tags:
  - name: Pets
    description: All about pets.
security: []
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Answers with one pet.
      tags: [Pets]
      parameters:
        - name: petId
          in: path
          required: true
          description: Which pet.
          example: "7"
          schema: { type: string }
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
              examples:
                rex: { summary: A dog, value: { name: Rex } }
        "404":
          description: There is no such pet.
components:
  schemas:
    Pet:
      type: object
      description: A pet.
      required: [name]
      properties:
        name: { type: string, description: What it is called., examples: [Rex] }
`;

/** Makes a house in a new folder and goes there; both end with the test. */
export async function enterHouse(files: { readonly [path: string]: string }): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "specmill-house-")));
  for (const [path, text] of Object.entries({ "package.json": "{}", ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const before = process.cwd();
  process.chdir(root);
  onTestFinished(async () => {
    process.chdir(before);
    await rm(root, { recursive: true });
  });
  return root;
}

/** What a command has printed so far. */
export interface Printed {
  stdout: string;
  stderr: string;
}

/** Runs `specmill` as a shell would, and keeps what it prints. */
export async function run(...words: readonly string[]): Promise<Printed & { readonly code: number }> {
  const { printed, ended } = begin(...words);
  const code = await ended;
  return { code, ...printed };
}

/** Starts `specmill` as a shell would, for a command that goes on until it is stopped. */
export function begin(...words: readonly string[]): {
  readonly printed: Printed;
  readonly ended: Promise<number>;
} {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    }),
  );
  const ended = runCommand(words).finally(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return { printed, ended };
}
