/** The same function, which works out each answer once for as long as its subject lives. */
export function memoize<Subject extends object, Answer>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const made = known.get(subject) ?? { answer: answer(subject) };
    known.set(subject, made);
    return made.answer;
  };
}
