import { nameClient } from "@specmill/generator";
import type { Operation as Descriptor } from "@specmill/runtime";
import type { Api, Operation } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";
import { listDescriptorFaults } from "./client-descriptor-faults.ts";
import { runClientModule } from "./client-module.ts";
import { listRequestFaults } from "./client-request-faults.ts";

/** A fault to put into a generated client: into its text, or into what it sends. */
export type ClientFault = ClientFaultBase &
  (
    | { readonly kind: "source"; readonly source: string }
    | { readonly kind: "request"; readonly transform: (request: WireRequest) => WireRequest }
  );

interface ClientFaultBase {
  /** Unique and stable: `updateProfile header-duplicated X-Trace`. */
  readonly id: string;
  /** `method`, `path`, `parameter`, `serialisation`, `header`, `body`, `content-type`, `credential`, `response`. */
  readonly fault: string;
  /** The operation's id in the model. */
  readonly operation: string;
  /** The change in a few words. */
  readonly change: string;
}

/**
 * Every fault that can be put into the client of an API and that makes a difference to some call or some answer;
 * sorted by id, and the same for the same document.
 *
 * @param javascript - the client's module, by `compileClient`
 */
export function listClientFaults(javascript: string, api: Api): readonly ClientFault[] {
  const { methods } = nameClient(api, "contract");
  const descriptors = readDescriptors(javascript);
  const faults = api.operations.flatMap((operation): readonly ClientFault[] => {
    const method = methods.get(operation.id) ?? "";
    const descriptor = descriptors.get(method);
    if (descriptor === undefined) throw new Error(`The client has no operation ${operation.id}.`);
    const inText = listDescriptorFaults(operation, descriptor).map(
      ({ name, fault, change, descriptor: faulty }) => ({
        ...identify(operation, name),
        fault,
        change,
        kind: "source" as const,
        // Made when it is asked for: all at once would be the whole client for each of its faults.
        get source() {
          return replaceDescriptor(javascript, method, faulty);
        },
      }),
    );
    const inRequest = listRequestFaults(api, operation).map(({ name, ...fault }) => ({
      ...identify(operation, name),
      ...fault,
      kind: "request" as const,
    }));
    return [...inText, ...inRequest];
  });
  return faults.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function identify({ id }: Operation, name: string) {
  return { id: `${id} ${name}`, operation: id };
}

/** What the client tells the runtime of each operation, by the name of its method. */
function readDescriptors(javascript: string): ReadonlyMap<string, Descriptor> {
  const createClient = runClientModule(javascript, () => (descriptor: Descriptor) => descriptor);
  return new Map(Object.entries(createClient({}))) as ReadonlyMap<string, Descriptor>;
}

function replaceDescriptor(javascript: string, method: string, descriptor: Descriptor): string {
  const told = `call(${method}Operation)`;
  if (javascript.split(told).length !== 2)
    throw new Error(`The client does not make its method ${method} once.`);
  return javascript.replace(told, () => `call(${JSON.stringify(descriptor)})`);
}
