import type { ServiceKind, TraceFlowQuery } from "../../graphql/graphql.ts";
import type { Filters } from "./filters.ts";

type Total = TraceFlowQuery["traceTotals"][number];

type Node = {
	/** Unique in the flow, and starts with its column. */
	key: string;
	column: 0 | 1 | 2;
	name: string;
	/** What the sentence says once it is chosen; absent for what gathers several. */
	narrows?: Filters;
	/** Of a service. */
	kind?: ServiceKind;
	value: number;
};
type Link = { from: string; to: string; kind: ServiceKind; value: number };
export type Flow = { nodes: Node[]; links: Link[] };

export type Names = {
	kind: (kind: ServiceKind) => string;
	/** A state or sector; null where it is not known. */
	group: (code: string | null) => string;
	others: (count: number) => string;
	nobody: string;
};

/** Most nodes in the first and in the last column; the smallest are gathered beyond that. */
export const MOST_NODES = 14;

type End = { key: string; name: string; narrows?: Filters };
type Part = { end: End; kind: ServiceKind; value: number };

/** The provider of a service, and what the sentence says of it. */
function providerOf({ center, institute }: Total, nobody: string): End {
	const narrows: Filters = {};
	if (center) narrows.centerIds = [center.id];
	else narrows.withoutCenter = ["true"];
	if (institute) narrows.instituteIds = [institute.id];
	else narrows.withoutInstitute = ["true"];
	const names = [center?.name, institute?.name].filter(Boolean);
	return {
		key: `0 ${center?.id ?? ""} ${institute?.id ?? ""}`,
		name: names.join(" + ") || nobody,
		narrows,
	};
}

function receiverOf(total: Total, by: "state" | "sector", names: Names): End {
	const code = (by === "state" ? total.smeState : total.naicsSector) ?? null;
	const [filter, without] =
		by === "state"
			? (["smeStates", "withoutState"] as const)
			: (["naicsSectors", "withoutNaics"] as const);
	return {
		key: `2 ${code ?? ""}`,
		name: names.group(code),
		narrows: code === null ? { [without]: ["true"] } : { [filter]: [code] },
	};
}

/** The largest ends as they are, and the rest as one. */
function gathered(parts: readonly Part[], column: 0 | 2, names: Names): Part[] {
	const sums = new Map<string, number>();
	for (const { end, value } of parts) sums.set(end.key, (sums.get(end.key) ?? 0) + value);
	if (sums.size <= MOST_NODES) return [...parts];
	const largest = [...sums].sort((a, b) => b[1] - a[1]).slice(0, MOST_NODES - 1);
	const kept = new Set(largest.map(([key]) => key));
	const others: End = { key: `${column} others`, name: names.others(sums.size - kept.size) };
	return parts.map((part) => (kept.has(part.end.key) ? part : { ...part, end: others }));
}

/**
 * The flow of services from providers by kind to states or sectors. Widths are numbers of services: what flows into a kind
 * flows out of it. Totals that are withheld have no width and are left out.
 */
export function flowOf(
	given: readonly Total[],
	received: readonly Total[],
	by: "state" | "sector",
	names: Names,
): Flow {
	const partsOf = (totals: readonly Total[], endOf: (total: Total) => End): Part[] =>
		totals.flatMap((total) =>
			total.kind && total.engagementCount
				? [{ end: endOf(total), kind: total.kind, value: total.engagementCount }]
				: [],
		);
	const providers = gathered(
		partsOf(given, (total) => providerOf(total, names.nobody)),
		0,
		names,
	);
	const receivers = gathered(
		partsOf(received, (total) => receiverOf(total, by, names)),
		2,
		names,
	);
	const nodes = new Map<string, Node>();
	const links = new Map<string, Link>();
	const addNode = (end: End, column: Node["column"], value: number, kind?: ServiceKind) => {
		const node = nodes.get(end.key) ?? { ...end, column, value: 0, kind };
		nodes.set(end.key, { ...node, value: node.value + value });
	};
	const addLink = (from: string, to: string, kind: ServiceKind, value: number) => {
		const key = `${from} > ${to}`;
		links.set(key, { from, to, kind, value: (links.get(key)?.value ?? 0) + value });
	};
	for (const { end, kind, value } of providers) {
		const middle: End = { key: `1 ${kind}`, name: names.kind(kind), narrows: { kinds: [kind] } };
		addNode(end, 0, value);
		addNode(middle, 1, value, kind);
		addLink(end.key, middle.key, kind, value);
	}
	for (const { end, kind, value } of receivers) {
		addNode(end, 2, value);
		addLink(`1 ${kind}`, end.key, kind, value);
	}
	// A kind whose providers are not known is not in the flow.
	const known = [...links.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to));
	return { nodes: [...nodes.values()], links: known };
}
