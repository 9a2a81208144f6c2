import { createHash } from "node:crypto";
import type { ReleaseRules } from "../../../shared/config-releases.ts";
import { PROGRAM } from "../../../shared/program.ts";
import type { Context } from "../context.ts";
import { PreviewBasisRow, PreviewTableRow, ReleasePreviewRow } from "../database/release-rows.ts";
import { lockReleases } from "../record/locks.ts";
import type { ReleasePlan } from "./jobs.ts";
import type { Made } from "./make.ts";
import { deletePreviews } from "./queries.ts";

/** JSON of the rules that readers are told: the others would help an intruder. */
export const publicRules = ({ minContributors, minMoneyContributors }: ReleaseRules): string =>
	JSON.stringify({ minContributors, minMoneyContributors });

/** The same for the same content after the same release. */
function previewId({ digest, previousId, bases }: Made): string {
	const parts = bases.map(({ part, fingerprint }) => `${part} ${fingerprint}`);
	const hash = createHash("sha256").update([previousId, digest, ...parts].join("\n"));
	return `prv_${hash.digest("hex").slice(0, 32)}`;
}

const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Stores a preview in place of earlier ones of what was asked for. */
export async function storePreview(
	{ database, releases, synthetic }: Context,
	asked: string | null,
	{ quarters }: ReleasePlan,
	made: Made,
): Promise<void> {
	const id = previewId(made);
	const now = Date.now();
	const row: ReleasePreviewRow = {
		id,
		made_at: new Date(now).toISOString(),
		seq: made.seq,
		asked,
		previous_id: made.previousId,
		summary: JSON.stringify(made.summary),
		basis: "REPORTED_RECORDS",
		synthetic,
		periods: JSON.stringify(quarters),
		rules: publicRules(releases.rules),
		digest: made.digest,
		program: PROGRAM,
	};
	await database.write(async (manager) => {
		await lockReleases(manager);
		const oldest = new Date(now - KEPT_DAYS * DAY_MS).toISOString();
		await deletePreviews(manager, oldest, asked, id);
		await manager.insert(ReleasePreviewRow, row);
		for (const { table, cells } of made.tables)
			await manager.insert(PreviewTableRow, {
				id: `${id}~${table}`,
				preview_id: id,
				table_id: table,
				cells,
			});
		for (const { part, fingerprint, body } of made.bases)
			await manager.insert(PreviewBasisRow, {
				id: `${id}~${part}`,
				preview_id: id,
				part,
				fingerprint,
				body,
			});
	});
}
