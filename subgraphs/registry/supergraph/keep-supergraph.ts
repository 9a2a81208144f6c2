import { createHash } from "node:crypto";
import { LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import type { Context } from "../context.ts";
import { hold } from "../database/lock.ts";
import { PartnerRow, SubgraphRow, SupergraphRow, VersionRow } from "../database/rows.ts";
import { authorised } from "../policy.ts";
import { moveSubgraph } from "../subgraph/apply-transition.ts";
import { supergraphRow } from "./queries.ts";

export type Part = { name: string; version: number };

/** Most supergraphs that are kept; the oldest goes when another comes. */
const KEPT = 100;

/** Keeps a supergraph that is served; the one that was kept last is not kept again. */
export async function keepSupergraph(
	database: Database,
	sdl: string,
	parts: readonly Part[],
): Promise<void> {
	const hash = createHash("sha256").update(sdl).digest("base64url");
	const sorted = [...parts].sort((one, other) => (one.name < other.name ? -1 : 1));
	const text = JSON.stringify(sorted.map(({ name, version }) => ({ name, version })));
	await database.write(async (manager) => {
		await hold(manager, "supergraphs");
		const [last] = await manager.find(SupergraphRow, { order: { version: "DESC" }, take: 1 });
		if (last?.hash === hash && last.parts === text) return;
		const row = { hash, sdl, parts: text, served_at: new Date().toISOString() };
		await manager.insert(SupergraphRow, row);
		const [oldest] = await manager.find(SupergraphRow, {
			select: { version: true },
			order: { version: "DESC" },
			skip: KEPT - 1,
			take: 1,
		});
		if (oldest) await manager.delete(SupergraphRow, { version: LessThan(oldest.version) });
	});
}

/**
 * Brings every partner's subgraph back to the version that a kept supergraph had, at once; those it did not have are
 * no longer served. Suspended partners stay suspended.
 */
export async function restoreSupergraph(
	context: Context,
	version: number,
	reason: string,
): Promise<SubgraphRow[]> {
	const actor = authorised(context.viewer, "restore supergraphs");
	const kept = await supergraphRow(context.database, version);
	const had = new Map((JSON.parse(kept.parts) as Part[]).map((part) => [part.name, part.version]));
	return context.database.write(async (manager) => {
		await hold(manager, "registry");
		const rows = await manager.find(SubgraphRow, { order: { id: "ASC" } });
		const moved: SubgraphRow[] = [];
		for (const row of rows) {
			const wanted = had.get(row.id) ?? null;
			const known =
				wanted !== null && (await manager.existsBy(VersionRow, { id: `${row.id}~${wanted}` }));
			const partner = await manager.findOneBy(PartnerRow, { id: row.partner_id });
			if (row.status === "SUSPENDED" || partner?.status === "SUSPENDED") continue;
			const move = { kind: "restore" as const, version: known ? wanted : null };
			const told = { action: "restoreSupergraph", reason: `supergraph ${version}: ${reason}` };
			moved.push(await moveSubgraph(manager, actor, row, move, told));
		}
		return moved;
	});
}
