import { randomBytes } from "node:crypto";
import type { HubKey, PostBounded, Quota } from "../../../shared/registry.ts";
import type { Finding } from "../subgraph/finding.ts";
import type { EntityPlan, Shape } from "./check-input.ts";
import { type ContractBreach, entitiesBreak, type Representation } from "./entity-answer.ts";

/** Made-up ids in one request, as many as a page of a list has. */
const UNKNOWN = 50;
/** Most entities that are probed. */
const MOST = 20;

/** A record that the partner says it knows: the value of its one key field. */
export type Sample = { type: string; id: string };

export type Probed = {
	url: string;
	hosts: string[];
	quota: Quota;
	production: boolean;
	key: HubKey;
	post: PostBounded;
	requestId: string;
	samples: readonly Sample[];
};

function selection(shapes: readonly Shape[]): string {
	return shapes
		.map(({ field, of }) => ("fields" in of ? `${field} { ${selection(of.fields)} }` : field))
		.join(" ");
}

function madeUpKey(plan: EntityPlan): Representation {
	const values = (plan.key ?? []).map(({ field, scalar }) => [
		field,
		scalar === "Int"
			? -Math.ceil(Math.random() * 1e9)
			: `hub-probe-${randomBytes(8).toString("hex")}`,
	]);
	return { __typename: plan.type, ...Object.fromEntries(values) };
}

function error(plan: EntityPlan | undefined, broken: ContractBreach): Finding {
	const { type = "the server", line = null } = plan ?? {};
	return { severity: "ERROR", place: type, line, ...broken };
}

async function ask(probed: Probed, query: string, variables?: Record<string, unknown>) {
	const { post, samples: _, ...target } = probed;
	return post({ ...target, body: { query, variables } });
}

const REACHABLE_REMEDY =
	"Make the address answer GraphQL over POST within the bounds of your quota, without redirects.";

async function probeEntity(probed: Probed, plan: EntityPlan): Promise<Finding[]> {
	if (!plan.key)
		return [
			{
				severity: "INFO",
				rule: "PROBE_SKIPPED",
				place: plan.type,
				line: plan.line,
				message: `Its key is not made of texts and whole numbers, so no made-up one was asked`,
				remedy: "Nothing to remedy.",
			},
		];
	const first = madeUpKey(plan);
	const known =
		plan.key.length === 1 ? probed.samples.filter(({ type }) => type === plan.type) : [];
	const field = plan.key[0]?.field ?? "id";
	const sampled = known.map(({ type, id }): Representation => ({ __typename: type, [field]: id }));
	const others = Array.from({ length: UNKNOWN }, () => madeUpKey(plan));
	const representations = [first, ...sampled, ...others, first];
	const inside = `${plan.key.map((one) => one.field).join(" ")} ${selection(plan.shape)}`;
	const query = `query HubProbe($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${plan.type} { ${inside} } } }`;
	try {
		const { status, body, ms } = await ask(probed, query, { representations });
		const broken = entitiesBreak(body, representations, plan);
		if (broken) return [error(plan, broken)];
		const findings: Finding[] = [];
		const at = { place: plan.type, line: plan.line };
		if (status !== 200)
			findings.push(
				error(plan, {
					rule: "PROBE_ENTITIES",
					message: `It answered HTTP ${status}`,
					remedy: REACHABLE_REMEDY,
				}),
			);
		if (ms > probed.quota.timeoutMs / 2)
			findings.push({
				...at,
				severity: "WARNING",
				rule: "PROBE_TIME",
				message: `${representations.length} representations took ${Math.round(ms)} ms of the ${probed.quota.timeoutMs} ms it may take`,
				remedy: "Read all representations of a request at once, with one query for all of them.",
			});
		const items = (body as { data: { _entities: unknown[] } }).data._entities;
		const unknown = sampled.filter((_, index) => items[index + 1] === null).length;
		if (unknown > 0)
			findings.push({
				...at,
				severity: "WARNING",
				rule: "PROBE_SAMPLE",
				message: `${unknown} of the ${sampled.length} samples you gave are answered by null`,
				remedy: "Give ids that your server knows.",
			});
		return findings;
	} catch (thrown) {
		return [
			error(plan, {
				rule: "PROBE_BOUNDS",
				message: `_entities of ${plan.type}: ${(thrown as Error).message}`,
				remedy: REACHABLE_REMEDY,
			}),
		];
	}
}

/** Asks the partner's server as the gateway will: whether it lives, and for entities by made-up keys and by samples. */
export async function probe(probed: Probed, entities: readonly EntityPlan[]): Promise<Finding[]> {
	try {
		const { status, body } = await ask(probed, "query HubProbe { __typename }");
		const { data } = (body ?? {}) as { data?: { __typename?: unknown } };
		if (status !== 200 || typeof data?.__typename !== "string")
			return [
				error(undefined, {
					rule: "PROBE_UNREACHABLE",
					message: `It answered "{ __typename }" with HTTP ${status} and ${JSON.stringify(body)?.slice(0, 200)}`,
					remedy: REACHABLE_REMEDY,
				}),
			];
	} catch (thrown) {
		return [
			error(undefined, {
				rule: "PROBE_UNREACHABLE",
				message: (thrown as Error).message,
				remedy: REACHABLE_REMEDY,
			}),
		];
	}
	const findings: Finding[] = [];
	for (const plan of entities.slice(0, MOST)) findings.push(...(await probeEntity(probed, plan)));
	return findings;
}
