import { parse } from "graphql";
import type { EntityManager } from "typeorm";
import { badFields, badInput, type FieldFault, HubError } from "../../../shared/errors.ts";
import { type Candidate, type CheckResult, check } from "../check/check.ts";
import type { Context } from "../context.ts";
import { lockPart } from "../database/lock.ts";
import { SubgraphRow, VersionRow } from "../database/rows.ts";
import { tellOfRefusedChange } from "../event/breaking-ahead.ts";
import { appendToLog } from "../log/append.ts";
import { recordOwnership } from "../ownership/record-ownership.ts";
import { partnerRow } from "../partner/queries.ts";
import { slugFault } from "../partner/rules.ts";
import { type LogActor, provenActor } from "../policy.ts";
import { digestOf, partsOf } from "../proof/rules.ts";
import { entityTypesOf } from "../sdl/ownership.ts";
import { type Finding, passes } from "../subgraph/finding.ts";
import type { PublishSubgraphInput } from "../subgraph/input.ts";
import { lockActivePartner } from "../subgraph/lock.ts";
import { latestVersion, subgraphRows } from "../subgraph/queries.ts";

const MOST_SAMPLES = 20;
/** Most subgraphs of one partner; names are never freed. */
const MOST_SUBGRAPHS = 20;

async function inputFaults(context: Context, input: PublishSubgraphInput): Promise<FieldFault[]> {
	const faults = slugFault("input.name", input.name);
	if (!URL.canParse(input.url))
		faults.push({
			path: "input.url",
			message: "is not an address such as https://api.example.org/graphql",
		});
	if ((input.samples ?? []).length > MOST_SAMPLES)
		faults.push({ path: "input.samples", message: `are more than ${MOST_SAMPLES}` });
	const own = (await context.hub.ownSchemas()).map(({ name }) => name);
	if (own.includes(input.name))
		faults.push({
			path: "input.name",
			message: `"${input.name}" is one of the hub's own subgraphs`,
		});
	const [known] = await subgraphRows(context.database, { names: [input.name] });
	if (known && known.partner_id !== input.partnerId)
		faults.push({
			path: "input.name",
			message: `"${input.name}" belongs to another partner; take another name`,
		});
	return faults;
}

async function checked(
	context: Context,
	input: PublishSubgraphInput,
	proof: string | undefined,
	action: "checkSubgraph" | "publishSubgraph",
): Promise<CheckResult & { actor: LogActor }> {
	const { partnerId, name } = input;
	const about = { partner: partnerId, subgraph: name, proof };
	const actor = await provenActor(context, action, about, input);
	const faults = await inputFaults(context, input);
	if (faults.length > 0) throw badFields(faults);
	const candidate: Candidate = { ...input, samples: input.samples ?? [] };
	const partner = await partnerRow(context.database, partnerId);
	const checked = await check(context, partner, candidate, { lastGate: false });
	const publisher = { publisher: partnerId, subgraph: name };
	await tellOfRefusedChange(context.database, publisher, checked.findings);
	return { actor, ...checked };
}

/** Checks a subgraph without changing anything. */
export async function checkSubgraph(
	context: Context,
	input: PublishSubgraphInput,
	proof: string | undefined,
): Promise<Finding[]> {
	return (await checked(context, input, proof, "checkSubgraph")).findings;
}

async function insertVersion(
	manager: EntityManager,
	actor: LogActor,
	input: PublishSubgraphInput,
	{ findings, claims }: CheckResult,
): Promise<VersionRow> {
	const { name, partnerId } = input;
	const known = await manager.findOneBy(SubgraphRow, { id: name });
	if (known && known.partner_id !== partnerId)
		throw badInput("input.name", `"${name}" was taken by another partner just now`);
	if (!known && (await manager.countBy(SubgraphRow, { partner_id: partnerId })) >= MOST_SUBGRAPHS)
		throw new HubError(
			"CONFLICT",
			`"${partnerId}" has ${MOST_SUBGRAPHS} subgraphs; publish another version of one of them`,
		);
	if (!known)
		await manager.insert(SubgraphRow, {
			id: name,
			partner_id: partnerId,
			status: "SERVED",
			status_reason: null,
			status_by: null,
			active_version: null,
			canary_version: null,
			canary_share: null,
			canary_consumers: "[]",
			canary_since: null,
			history: "[]",
		});
	const [last] = await manager.find(VersionRow, {
		where: { subgraph: name },
		order: { version: "DESC" },
		take: 1,
	});
	const version = (last?.version ?? 0) + 1;
	const row: VersionRow = {
		id: `${name}~${version}`,
		subgraph: name,
		version,
		url: input.url,
		sdl: input.schema,
		digest: digestOf(partsOf.publishSubgraph(input)),
		findings: JSON.stringify(findings),
		samples: JSON.stringify(input.samples ?? []),
		published_at: new Date().toISOString(),
		published_by: actor.by,
		entity_types: JSON.stringify(entityTypesOf(parse(input.schema))),
	};
	await manager.insert(VersionRow, row);
	await recordOwnership(manager, claims, { partnerId, subgraph: name, version });
	await appendToLog(manager, actor, {
		action: "publishSubgraph",
		partnerId,
		subgraph: name,
		version,
		detail: { digest: row.digest },
	});
	return row;
}

/** Most versions of one subgraph in a day; versions are never deleted. */
const MOST_A_DAY = 50;

async function checkPace(manager: EntityManager, name: string): Promise<void> {
	const rows = await manager.find(VersionRow, {
		select: { published_at: true },
		where: { subgraph: name },
		order: { version: "DESC" },
		take: MOST_A_DAY,
	});
	const oldest = rows[MOST_A_DAY - 1]?.published_at;
	if (oldest && Date.parse(oldest) > Date.now() - 86_400_000)
		throw new HubError(
			"CONFLICT",
			`"${name}" has ${MOST_A_DAY} versions of the last day already; publish again tomorrow`,
		);
}

/**
 * Checks a subgraph and keeps it as a new version, which is not served yet. Where the check finds an error nothing is
 * kept; the same schema and address as the newest version is that version, so that a retry is harmless.
 */
export async function publishSubgraph(
	context: Context,
	input: PublishSubgraphInput,
	proof: string | undefined,
): Promise<{ findings: Finding[]; version: VersionRow | null }> {
	const { actor, findings, claims } = await checked(context, input, proof, "publishSubgraph");
	if (!passes(findings)) return { findings, version: null };
	const digest = digestOf(partsOf.publishSubgraph(input));
	const last = await latestVersion(context.database, input.name);
	if (last?.digest === digest) return { findings, version: last };
	const version = await context.database.write(async (manager) => {
		await lockPart(manager, "registry");
		await lockActivePartner(manager, input.partnerId);
		await checkPace(manager, input.name);
		return insertVersion(manager, actor, input, { findings, claims });
	});
	return { findings, version };
}
