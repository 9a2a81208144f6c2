import type { Transport, TransportAnswer } from "../../../gateway/subgraph-transport.ts";
import { hash, pick } from "./hash.ts";
import type { Disturb } from "./open-graph.ts";

type Fields = Record<string, unknown>;

/** What a subgraph does wrong, each time that it is asked the same. */
type Fault = (answer: TransportAnswer, text: string) => TransportAnswer;

/** Calls `change` for each object in a value. */
function eachObject(value: unknown, change: (object: Fields) => void): void {
	if (Array.isArray(value)) for (const one of value) eachObject(one, change);
	else if (value !== null && typeof value === "object") {
		for (const inner of Object.values(value)) eachObject(inner, change);
		change(value as Fields);
	}
}

const entitiesIn = ({ data }: TransportAnswer): unknown[] | undefined => {
	const entities = (data as Fields | null | undefined)?._entities;
	return Array.isArray(entities) ? entities : undefined;
};

const FAULTS: Record<string, Fault> = {
	rejects: () => {
		throw new Error("the subgraph is away");
	},
	refuses: () => ({
		data: null,
		errors: [{ message: "not now", extensions: { code: "BUSY", after: 3 } }],
	}),
	says_nothing: () => ({ data: null }),
	is_silent: ({ data }) => ({ data }),
	tells_no_places: ({ data, errors }) => ({
		data,
		errors: errors?.map(({ message, extensions }) => ({ message, extensions })),
	}),
	tells_no_messages: ({ data, errors }) => ({
		data,
		errors: errors?.map((one) => ({ ...one, message: "" })),
	}),
	has_an_error: (answer) => ({
		...answer,
		errors: [...(answer.errors ?? []), { message: "beside", path: ["_entities"], extensions: {} }],
	}),
	finds_less: (answer) => {
		entitiesIn(answer)?.pop();
		return answer;
	},
	finds_nothing: (answer) => {
		entitiesIn(answer)?.fill(null);
		return answer;
	},
	has_no_list: (answer) =>
		entitiesIn(answer) ? { ...answer, data: { _entities: { 0: {} } } } : answer,
	says_more: (answer) => {
		eachObject(answer.data, (object) => {
			object.unasked = 1;
			Object.defineProperty(object, "__proto__", { value: { polluted: true }, enumerable: true });
		});
		return answer;
	},
	has_wrong_values: (answer) => {
		eachObject(answer.data, (object) => {
			for (const [name, value] of Object.entries(object))
				if (name !== "__typename" && typeof value !== "object" && hash(7, name) % 3 === 0)
					object[name] = pick([{ a: 1 }, true, 1.5, "wrong"], hash(8, name));
		});
		return answer;
	},
	has_wrong_types: (answer) => {
		eachObject(answer.data, (object) => {
			if (object === answer.data || !object.__typename) return;
			if (hash(9, JSON.stringify(object)) % 2 === 0) object.__typename = "Nonsense";
		});
		return answer;
	},
};

/** Names of what subgraphs may do wrong. */
export const FAULT_NAMES = Object.keys(FAULTS);

/** A subgraph, by number, that does something wrong. */
export type Disturbance = { subgraph: number; fault: string };

/** Subgraphs of these names do what they should not. */
export function disturbing(names: readonly string[], disturbances: Disturbance[]): Disturb {
	return (name, transport): Transport => {
		const faults = disturbances
			.filter(({ subgraph }) => pick(names, subgraph) === name)
			.map(({ fault }) => FAULTS[fault] as Fault);
		return {
			async process(options) {
				const text = options.request.query;
				let answer = await transport.process(options);
				for (const fault of faults) answer = fault(answer, text);
				return answer;
			},
		};
	};
}
