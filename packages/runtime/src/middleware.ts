/**
 * A layer around every attempt: it may change the request, answer by itself, call `next` more than once, and look at
 * the answer. An error that it throws before `next` refuses the request.
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
) => Promise<Response>;
