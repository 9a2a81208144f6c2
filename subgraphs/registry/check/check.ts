import type { Database } from "../../../shared/database/database.ts";
import type { Context } from "../context.ts";
import type { PartnerRow } from "../database/rows.ts";
import { toServedGrant } from "../grant/present.ts";
import { grantRows } from "../grant/queries.ts";
import { ownershipRows } from "../partner/ownership-rows.ts";
import { quotaOf } from "../partner/rules.ts";
import { type Finding, passes, sortFindings } from "../subgraph/finding.ts";
import { servedRows } from "../subgraph/queries.ts";
import { seenOperations } from "../usage/queries.ts";
import { CHECKED_DAYS, dayBefore } from "../usage/rules.ts";
import type { CheckInput, PartnerSdl } from "./check-input.ts";
import { probe, type Sample } from "./probe.ts";
import { examineInWorker } from "./run-in-worker.ts";

/** Largest schema that is looked at. */
const MOST_BYTES = 1_000_000;

/** What a partner wants to serve. */
export type Candidate = { name: string; url: string; schema: string; samples: readonly Sample[] };

/** `claims`: types and fields that nobody owned before. */
export type CheckResult = { findings: Finding[]; claims: string[] };

function tooLarge(schema: string): Finding | undefined {
	const bytes = Buffer.byteLength(schema);
	if (bytes <= MOST_BYTES) return undefined;
	return {
		severity: "ERROR",
		rule: "SIZE",
		place: "schema",
		line: null,
		message: `It has ${bytes} bytes; at most ${MOST_BYTES} are looked at`,
		remedy: "Split it into several subgraphs, or leave out what nobody of the hub's users needs.",
	};
}

/** Subgraphs by name, each in the version that most get. */
async function subgraphsBy(database: Database, which: "served" | "unserved") {
	const rows = await servedRows(database, which);
	const chosen = new Map<string, PartnerSdl>();
	for (const { id, partner_id: partnerId, url, sdl, version, active_version } of rows)
		if (!chosen.has(id) || version === active_version)
			chosen.set(id, { name: id, url, sdl, partnerId });
	return chosen;
}

/** The other subgraphs, and the version that the candidate would replace. */
async function otherSubgraphs(database: Database, name: string) {
	const [served, suspended] = await Promise.all([
		subgraphsBy(database, "served"),
		subgraphsBy(database, "unserved"),
	]);
	const before = served.get(name) ?? null;
	for (const subgraphs of [served, suspended]) subgraphs.delete(name);
	return { before, others: [...served.values()], absent: [...suspended.values()] };
}

async function checkInputFor(
	{ database, hub }: Context,
	partner: PartnerRow,
	{ name, url, schema }: Candidate,
	lastGate: boolean,
): Promise<CheckInput> {
	const now = new Date();
	const [own, others, ownership, grants, operations] = await Promise.all([
		hub.ownSchemas(),
		otherSubgraphs(database, name),
		ownershipRows(database),
		grantRows(database, { partnerIds: [partner.id], validAt: now.toISOString() }),
		seenOperations(database, dayBefore(now, CHECKED_DAYS)),
	]);
	return {
		own,
		...others,
		recorded: ownership.map(({ id, partner_id }) => ({ coordinate: id, partnerId: partner_id })),
		candidate: { name, url, sdl: schema, partnerId: partner.id },
		namespace: partner.namespace,
		grants: grants.map(toServedGrant),
		operations,
		lastGate,
	};
}

/** Checks what a partner wants to serve, without serving it: composition, ownership, breaking changes, cost, live probes. `lastGate`: it is to be served now. */
export async function check(
	context: Context,
	partner: PartnerRow,
	candidate: Candidate,
	{ lastGate }: { lastGate: boolean },
): Promise<CheckResult> {
	const large = tooLarge(candidate.schema);
	if (large) return { findings: [large], claims: [] };
	const { hub, requestId } = context;
	const { findings, entities, claims } = await examineInWorker(
		await checkInputFor(context, partner, candidate, lastGate),
	);
	if (!passes(findings)) return { findings: sortFindings(findings), claims };
	const probed = await probe(
		{
			url: candidate.url,
			hosts: JSON.parse(partner.hosts),
			quota: quotaOf(JSON.parse(partner.quota)),
			production: hub.production,
			key: await hub.hubKey(),
			post: hub.post,
			requestId,
			samples: candidate.samples,
		},
		entities,
	);
	return { findings: sortFindings([...findings, ...probed]), claims };
}
