import type { ReleasePreviewRow, ReleaseRow } from "../database/release-rows.ts";
import { TABLES } from "../statistics/family.ts";
import { quarterOf } from "../statistics/periods.ts";
import type { PreviewState } from "./preview.ts";
import { PreviewStatus, type ReleasePreview } from "./preview-type.ts";
import type { Summary } from "./summary.ts";
import type { FiscalQuarter, Release, ReleaseBasis } from "./type.ts";

const quartersIn = (text: string): FiscalQuarter[] =>
	(JSON.parse(text) as string[]).map((period) => quarterOf(period));

/** Row → API type. */
export function toRelease(row: ReleaseRow): Release {
	return {
		id: row.id,
		number: row.number,
		publishedAt: row.published_at,
		basis: row.basis as ReleaseBasis,
		synthetic: Boolean(row.synthetic),
		periods: quartersIn(row.periods),
		rules: JSON.parse(row.rules),
		digest: row.digest,
		program: row.program,
		note: row.note,
		tables: TABLES.map(({ id, title }) => ({ table: id, title })),
	};
}

function ready(row: ReleasePreviewRow): ReleasePreview {
	const summary: Summary = JSON.parse(row.summary);
	return {
		status: PreviewStatus.READY,
		progress: 1,
		preview: row.id,
		periods: quartersIn(row.periods),
		added: summary.added.map(quarterOf),
		tables: summary.tables.map(({ id, ...counts }) => ({ table: id, ...counts })),
		suppressed: summary.suppressed,
		shareOfCellsSuppressed: summary.shareOfCells,
		shareOfRecordsSuppressed: summary.shareOfRecords,
		amended: summary.amended,
		waiting: summary.waiting,
		tooCoarselyDated: summary.tooCoarse,
		audited: summary.audited,
		digest: row.digest,
		refusals: [],
	};
}

/** State of a preview → API type. */
export function toReleasePreview(state: PreviewState): ReleasePreview {
	if (state.status === "READY") return ready(state.row);
	if (state.status === "REFUSED")
		return {
			status: PreviewStatus.REFUSED,
			progress: 1,
			refusals: state.refusals.map(({ centers, waiting = [], ...refusal }) => ({
				...refusal,
				centers: centers.map((id) => ({ id })),
				waiting: [...waiting],
			})),
		};
	return { status: PreviewStatus.COMPUTING, progress: state.progress, refusals: [] };
}
