import type { EntityManager } from "typeorm";
import { badInput, HubError } from "../../../shared/errors.ts";
import { check } from "../check/check.ts";
import { type Finding, passes } from "../check/finding.ts";
import type { Context } from "../context.ts";
import { SubgraphRow } from "../database/rows.ts";
import { noteServedChanged, servedState } from "../database/state.ts";
import { appendToLog } from "../ledger/append.ts";
import { partnerRow } from "../partner/queries.ts";
import { type Actor, HUB, provenActor } from "../policy.ts";
import type { partsOf } from "../proof/rules.ts";
import { heldActive, heldSubgraph } from "./held.ts";
import type { ActivateSubgraphInput } from "./input.ts";
import { latestVersion, subgraphRow, versionRow } from "./queries.ts";
import { columnsOf, standingOf } from "./rows.ts";
import { after, canaryFault, defaultShare, type Move, type Standing } from "./rules.ts";

/** Makes a move in a transaction and writes it to the publish log. A move that changes nothing is not written. */
export async function moveSubgraph(
	manager: EntityManager,
	actor: Actor,
	row: SubgraphRow,
	move: Move,
	told: { action: string; reason?: string },
): Promise<SubgraphRow> {
	const before = standingOf(row);
	const now = after(before, move);
	if (now === before) return row;
	const status_reason = now.suspended ? (told.reason ?? row.status_reason) : null;
	const moved: SubgraphRow = { ...row, ...columnsOf(now), status_reason };
	await manager.update(SubgraphRow, { id: row.id }, moved);
	await noteServedChanged(manager);
	const version = concerned(move, before, now);
	await appendToLog(manager, actor, {
		action: told.action,
		partnerId: row.partner_id,
		subgraph: row.id,
		...(version !== null && { version }),
		detail: {
			active: now.active,
			canary: now.canary && { share: now.canary.share, consumers: now.canary.consumers },
			...(told.reason !== undefined && { reason: told.reason }),
		},
	});
	return moved;
}

/** The version that a move is about: the one that comes, or the one that goes. */
function concerned(move: Move, before: Standing, now: Standing): number | null {
	if (move.kind === "activate") return move.version;
	if (move.kind === "rollBack") return before.canary?.version ?? before.active;
	return now.active;
}

/**
 * Checks a published version anew and serves it as a canary; a version that is active already just ends the canary
 * beside it. Where the check finds an error nothing changes.
 */
export async function activateSubgraph(
	context: Context,
	input: ActivateSubgraphInput,
	proof: string | undefined,
): Promise<{ findings: Finding[]; subgraph: SubgraphRow }> {
	const { database } = context;
	const row = await subgraphRow(database, input.name);
	const about = { partner: row.partner_id, subgraph: row.id, proof };
	const actor = await provenActor(context, "activateSubgraph", about, input);
	const consumers = input.consumers ?? [];
	const fault = canaryFault(input.share, consumers);
	if (fault) throw badInput("input.share", fault);
	const wanted = input.version
		? await versionRow(database, row.id, input.version)
		: await latestVersion(database, row.id);
	if (!wanted) throw badInput("input.version", `"${row.id}" has no version yet; publish one`);
	const { version, url, sdl: schema } = wanted;
	const state = await servedState(database, new Date().toISOString());
	const findings = await check(context, await partnerRow(database, row.partner_id), {
		name: row.id,
		url,
		schema,
		samples: JSON.parse(wanted.samples),
	});
	if (!passes(findings)) return { findings, subgraph: row };
	const subgraph = await database.write(async (manager) => {
		await heldActive(manager, row.partner_id);
		const held = await heldSubgraph(manager, row.id, row.partner_id);
		// What was checked against must be what it is served with.
		if ((await servedState(database, new Date().toISOString())) !== state)
			throw new HubError(
				"CONFLICT",
				"What is served changed during the check; activate again",
			);
		const share = consumers.length > 0 ? 0 : (input.share ?? defaultShare(standingOf(held)));
		const at = new Date().toISOString();
		const move: Move = { kind: "activate", version, share, consumers, at };
		return moveSubgraph(manager, actor, held, move, { action: "activateSubgraph" });
	});
	return { findings, subgraph };
}

type Reasoned = "rollBackSubgraph" | "suspendSubgraph" | "resumeSubgraph";

const MOVES: Record<Reasoned, Move> = {
	rollBackSubgraph: { kind: "rollBack" },
	suspendSubgraph: { kind: "suspend" },
	resumeSubgraph: { kind: "resume" },
} satisfies Record<Reasoned & keyof typeof partsOf, Move>;

/** Rolls a subgraph back by one step, or suspends or resumes it, at once and without a check. */
export async function moveByReason(
	context: Context,
	action: Reasoned,
	{ name, reason, proof }: { name: string; reason: string; proof?: string | undefined },
): Promise<SubgraphRow> {
	const row = await subgraphRow(context.database, name);
	const about = { partner: row.partner_id, subgraph: name, proof };
	const actor = await provenActor(context, action, about, { reason });
	if (reason.trim() === "" || reason.length > 500)
		throw badInput("reason", "must have 1 to 500 characters; say why in a sentence");
	return context.database.write(async (manager) =>
		moveSubgraph(manager, actor, await heldSubgraph(manager, name, row.partner_id), MOVES[action], {
			action,
			reason,
		}),
	);
}

/**
 * A move that the hub makes itself: a canary that failed ends, one that held becomes active. Nothing happens where the
 * canary is gone or is of another version: another gateway was first.
 */
export async function moveByHub(
	{ database }: Pick<Context, "database">,
	kind: "rollBack" | "promote",
	about: { name: string; version?: number; reason?: string },
): Promise<void> {
	const { name, version, reason } = about;
	const row = await subgraphRow(database, name);
	await database.write(async (manager) => {
		const held = await heldSubgraph(manager, name, row.partner_id);
		const { canary } = standingOf(held);
		if (!canary || (version !== undefined && canary.version !== version)) return;
		await moveSubgraph(
			manager,
			HUB,
			held,
			{ kind },
			{
				action: kind === "rollBack" ? "rollBackSubgraph" : "promoteSubgraph",
				...(reason !== undefined && { reason: reason.slice(0, 500) }),
			},
		);
	});
}
