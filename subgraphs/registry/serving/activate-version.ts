import { badInput, HubError } from "../../../shared/errors.ts";
import { check } from "../check/check.ts";
import type { Context } from "../context.ts";
import type { SubgraphRow } from "../database/rows.ts";
import { servedState } from "../database/served-state.ts";
import { recordOwnership } from "../ownership/record-ownership.ts";
import { partnerRow } from "../partner/queries.ts";
import { provenActor } from "../policy.ts";
import { type Finding, passes } from "../subgraph/finding.ts";
import type { ActivateSubgraphInput } from "../subgraph/input.ts";
import { lockActivePartner, lockSubgraph } from "../subgraph/lock.ts";
import { latestVersion, subgraphRow, versionRow } from "../subgraph/queries.ts";
import { servingStateOf } from "../subgraph/rows.ts";
import { canaryFault, defaultShare, type Transition } from "../subgraph/rules.ts";
import { applyTransition } from "./apply-transition.ts";

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
	const { findings, claims } = await check(
		context,
		await partnerRow(database, row.partner_id),
		{ name: row.id, url, schema, samples: JSON.parse(wanted.samples) },
		{ lastGate: true },
	);
	if (!passes(findings)) return { findings, subgraph: row };
	const subgraph = await database.write(async (manager) => {
		await lockActivePartner(manager, row.partner_id);
		const locked = await lockSubgraph(manager, row.id, row.partner_id);
		// What was checked against must be what it is served with.
		if ((await servedState(database, new Date().toISOString())) !== state)
			throw new HubError("CONFLICT", "What is served changed during the check; activate again");
		const share = consumers.length > 0 ? 0 : (input.share ?? defaultShare(servingStateOf(locked)));
		const at = new Date().toISOString();
		const by = { partnerId: row.partner_id, subgraph: row.id, version };
		await recordOwnership(manager, claims, by);
		const transition: Transition = { kind: "activate", version, share, consumers, at };
		return applyTransition(manager, actor, locked, transition, { action: "activateSubgraph" });
	});
	return { findings, subgraph };
}
