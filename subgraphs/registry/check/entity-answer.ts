import { answerFault } from "./answer.ts";
import type { EntityPlan } from "./check-input.ts";

export type Representation = Record<string, unknown> & { __typename: string };

/** How an answer breaks the contract of `_entities`. */
export type ContractBreach = { rule: string; message: string; remedy: string };

const LENGTH = "Answer one item for each representation, in their order; null where you know none.";
const ECHO = "Answer each representation with the key it was asked by.";

function itemBreak(
	item: unknown,
	asked: Representation,
	{ type, key, shape }: EntityPlan,
): ContractBreach | undefined {
	if (item === null) return undefined;
	if (typeof item !== "object" || Array.isArray(item))
		return {
			rule: "PROBE_TYPES",
			message: `An item of _entities is ${JSON.stringify(item).slice(0, 60)}, expected an object or null`,
			remedy: LENGTH,
		};
	const answer = item as Record<string, unknown>;
	if (answer.__typename !== type)
		return {
			rule: "PROBE_KEY",
			message: `A representation of ${type} was answered by a ${String(answer.__typename).slice(0, 60)}`,
			remedy: "Resolve references by their __typename.",
		};
	const wrong = key?.find(({ field }) => String(answer[field]) !== String(asked[field]));
	if (wrong)
		return {
			rule: "PROBE_KEY",
			message: `${type} with ${wrong.field} ${JSON.stringify(asked[wrong.field])} was answered by ${JSON.stringify(answer[wrong.field])?.slice(0, 60)}`,
			remedy: ECHO,
		};
	const fault = answerFault(answer, shape);
	return fault
		? {
				rule: "PROBE_TYPES",
				message: `${type}.${fault}`,
				remedy: "Answer what the schema says, or change the schema.",
			}
		: undefined;
}

/** How `_entities` answered `asked`, or the first way in which it did not. `body` is what came back, parsed. */
export function entitiesBreak(
	body: unknown,
	asked: readonly Representation[],
	plan: EntityPlan,
): ContractBreach | undefined {
	const { data, errors } = (body ?? {}) as { data?: { _entities?: unknown }; errors?: unknown };
	const items = data?._entities;
	if (!Array.isArray(items)) {
		const [first] = Array.isArray(errors) ? errors : [];
		const said = (first as { message?: unknown } | undefined)?.message;
		return {
			rule: "PROBE_ENTITIES",
			message: `_entities of ${plan.type} answered no list${said ? `, but: ${String(said).slice(0, 300)}` : ""}`,
			remedy: "Answer null for ids that you do not know, not an error.",
		};
	}
	if (items.length !== asked.length)
		return {
			rule: "PROBE_ENTITIES",
			message: `_entities answered ${items.length} items to ${asked.length} representations`,
			remedy: LENGTH,
		};
	for (const [index, item] of items.entries()) {
		const broken = itemBreak(item, asked[index] as Representation, plan);
		if (broken) return broken;
	}
	const last = asked.length - 1;
	if (JSON.stringify(items[0]) !== JSON.stringify(items[last]))
		return {
			rule: "PROBE_ENTITIES",
			message: `The same representation of ${plan.type} twice in one request got two answers`,
			remedy: LENGTH,
		};
	return undefined;
}
