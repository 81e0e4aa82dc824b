/** Lets go of an answer that nobody will read, and of its connection. */
export async function discard({ body }: Response): Promise<void> {
  await body?.cancel().catch(() => {});
}
