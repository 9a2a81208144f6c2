import { parsePartialDate } from "../../../shared/dates.ts";
import { HubError } from "../../../shared/errors.ts";
import type { SubgraphClient } from "../../../shared/subgraph/subgraph.ts";

type Listed<T> = Record<
	string,
	{ nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
>;

/** Reads every page of a list of another subgraph. */
async function askAll<T>(
	ask: SubgraphClient,
	subgraph: string,
	list: string,
	whereType: string,
	where: object,
	fields: string,
): Promise<T[]> {
	const query = `query Ask($where: ${whereType}, $after: String) { ${list}(where: $where, first: 200, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
	const all: T[] = [];
	for (let after: string | null | undefined; after !== null; ) {
		const answer: Listed<T> = await ask(subgraph, query, { where, after });
		const page = answer[list] as Listed<T>[string];
		all.push(...page.nodes);
		after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
	}
	return all;
}

/** Renames the argument of a BAD_USER_INPUT from the owning subgraph: its `where` is a part of ours. */
async function asPartOf<T>(part: "center" | "institute", answer: Promise<T>): Promise<T> {
	return answer.catch((error: unknown) => {
		if (!(error instanceof HubError) || error.extensions.code !== "BAD_USER_INPUT") throw error;
		const inOurs = (text: unknown) => String(text).replace(/^where/, `where.${part}`);
		throw new HubError("BAD_USER_INPUT", inOurs(error.message), {
			argument: inOurs(error.extensions.argument),
		});
	});
}

/** Ids of the centers that the mep subgraph finds by a filter; `where` is its MepCenterWhere. */
export async function askCenterIds(ask: SubgraphClient, where: object): Promise<string[]> {
	const centers = await asPartOf(
		"center",
		askAll<{ id: string }>(ask, "mep", "mepCenters", "MepCenterWhere", where, "id"),
	);
	return centers.map((center) => center.id);
}

/** Ids of the institutes that the institutes subgraph finds by a filter; `where` is its InstituteWhere. */
export async function askInstituteIds(ask: SubgraphClient, where: object): Promise<string[]> {
	const institutes = await asPartOf(
		"institute",
		askAll<{ id: string }>(ask, "institutes", "institutes", "InstituteWhere", where, "id"),
	);
	return institutes.map((institute) => institute.id);
}

/** Every center with its name and state, ISO 3166-2. */
export const askCenters = (
	ask: SubgraphClient,
): Promise<Array<{ id: string; name: string; state: string }>> =>
	askAll(ask, "mep", "mepCenters", "MepCenterWhere", {}, "id name state");

/** Every institute with its name. */
export const askInstitutes = (ask: SubgraphClient): Promise<Array<{ id: string; name: string }>> =>
	askAll(ask, "institutes", "institutes", "InstituteWhere", {}, "id name");

/** A period in which a center had staff embedded at an institute. Days; null where open. */
export type EmbeddedPeriod = {
	centerId: string;
	instituteId: string;
	firstDay: string | null;
	lastDay: string | null;
};

type EmbeddingAnswer = {
	center: { id: string } | null;
	institute: { id: string } | null;
	startsOn: string | null;
	endsOn: string | null;
};

/**
 * Periods in which staff was certainly embedded: a start that is known only to the year counts from its last day, an end
 * to its first day. Embeddings without a known center, institute or start are left out.
 */
export async function askEmbeddedPeriods(ask: SubgraphClient): Promise<EmbeddedPeriod[]> {
	const where = { kinds: ["EMBEDDED_STAFF"] };
	const fields = "center { id } institute { id } startsOn endsOn";
	const embeddings = await askAll<EmbeddingAnswer>(
		ask,
		"mep",
		"embeddings",
		"EmbeddingWhere",
		where,
		fields,
	);
	return embeddings.flatMap(({ center, institute, startsOn, endsOn }) => {
		const start = startsOn === null ? undefined : parsePartialDate(startsOn);
		if (!center || !institute || !start) return [];
		const end = endsOn === null ? undefined : parsePartialDate(endsOn);
		return [
			{
				centerId: center.id,
				instituteId: institute.id,
				firstDay: start.last,
				lastDay: end?.first ?? null,
			},
		];
	});
}
