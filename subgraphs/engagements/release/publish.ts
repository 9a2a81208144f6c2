import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError } from "../../../shared/errors.ts";
import { reason } from "../../../shared/formats.ts";
import type { Context } from "../context.ts";
import { type ReleasePreviewRow, ReleaseRow } from "../database/release-rows.ts";
import { requirePermission } from "../policy.ts";
import { formatFaults, throwFaults } from "../record/checks.ts";
import { newId } from "../record/ids.ts";
import { lockReleases, lockRevisions } from "../record/locks.ts";
import { copyFromPreview, latestRelease, previewById, releaseOfPreview } from "./queries.ts";
import { isStale } from "./stale.ts";

export type PublishInput = { preview: string; note?: string | null };

/** Throws CONFLICT where a preview is not what would be computed now. */
async function checkCurrent(
	database: ReturnType<typeof readerIn>,
	{ previous_id, seq, periods }: ReleasePreviewRow,
): Promise<void> {
	const before = await latestRelease(database, "REPORTED_RECORDS");
	const stale =
		(before?.id ?? null) !== previous_id || (await isStale(database, seq, JSON.parse(periods)));
	if (stale)
		throw new HubError(
			"CONFLICT",
			"input.preview: records or releases have changed since this preview was made; ask for a new one with previewRelease and look at it again",
			{ argument: "input.preview" },
		);
}

/** The release that a preview was published as, for who publishes it again. Throws CONFLICT for somebody else, or another note. */
function firstAnswer(first: ReleaseRow, subject: string, note: string | null): ReleaseRow {
	if (first.published_by === subject && first.note === note) return first;
	const by = first.published_by === subject ? "you" : first.published_by;
	throw new HubError(
		"CONFLICT",
		`input.preview: ${by} published it already, as release ${first.number}, on ${first.published_at.slice(0, 10)}; a release is never changed, and no other was made`,
		{ argument: "input.preview", current: { id: first.id, number: first.number } },
	);
}

/**
 * Publishes exactly what a preview showed, whole or not at all. The same preview and note again, by the same person, get
 * the first answer. Throws FORBIDDEN, BAD_USER_INPUT for an unknown preview, and CONFLICT where what it was made from has
 * changed, or somebody else has published it.
 */
export async function publishRelease(
	{ database, viewer }: Context,
	{ preview: previewId, note = null }: PublishInput,
): Promise<ReleaseRow> {
	const actor = requirePermission(viewer, "publish releases");
	throwFaults(formatFaults({ note }, { note: reason }));
	return database.write(async (manager) => {
		const reader = readerIn(manager);
		await lockReleases(manager);
		const first = await releaseOfPreview(reader, previewId);
		if (first) return firstAnswer(first, actor.subject, note);
		const preview = await previewById(reader, previewId);
		if (!preview)
			throw badInput(
				"input.preview",
				`there is no preview with the id "${previewId}"; ask for one with previewRelease`,
			);
		// Until the end of this transaction no record changes.
		await lockRevisions(manager);
		await checkCurrent(reader, preview);
		const last = await latestRelease(reader);
		const row: ReleaseRow = {
			id: newId("rel"),
			number: (last?.number ?? 0) + 1,
			published_at: new Date().toISOString(),
			published_by: actor.subject,
			preview_id: preview.id,
			note,
			basis: preview.basis,
			synthetic: Boolean(preview.synthetic),
			periods: preview.periods,
			rules: preview.rules,
			digest: preview.digest,
			program: preview.program,
		};
		await manager.insert(ReleaseRow, row);
		await copyFromPreview(manager, row.id, preview.id);
		return row;
	});
}
