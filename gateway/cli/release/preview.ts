import { setTimeout as sleep } from "node:timers/promises";
import cliProgress from "cli-progress";
import { type Ask, periodText, type Release } from "../../rest/statistics/release.ts";
import { CommandFailure, EXIT, wrongUse } from "../partner/failure.ts";
import { printJson } from "../partner/table.ts";
import { type ReleaseOptions, withGraph } from "./graph.ts";
import { printPreview } from "./print-preview.ts";

const EVERY_MS = 500;

export type Preview = {
	status: "COMPUTING" | "READY" | "REFUSED";
	progress: number;
	refusals: Array<{ code: string; message: string; remedy: string }>;
	id: string | null;
	periods: Release["periods"] | null;
	added: Release["periods"] | null;
	tables: Array<{
		id: string;
		title: string;
		published: number;
		suppressed: number;
		empty: number;
	}> | null;
	suppressed: Array<{ reason: string; cells: number }> | null;
	shareOfCellsSuppressed: number | null;
	shareOfRecordsSuppressed: number | null;
	amended: string[] | null;
	waiting: Array<{ name: string; why: string[] }> | null;
	tooCoarselyDated: number | null;
	audited: number | null;
	digest: string | null;
};

const QUERY = `query($quarters: [FiscalQuarterInput!]) { previewRelease(quarters: $quarters) {
	status progress refusals { code message remedy } id: preview periods { fiscalYear quarter } added { fiscalYear quarter }
	tables { id: table title published suppressed empty } suppressed { reason cells } shareOfCellsSuppressed
	shareOfRecordsSuppressed amended waiting { name why } tooCoarselyDated audited digest
} }`;

export type PreviewOptions = ReleaseOptions & { quarters?: string[] };

/** "2026-Q1" as the graph wants it. */
function readQuarter(text: string): Release["periods"][number] {
	const [, fiscalYear, quarter] = /^(\d{4})-?Q([1-4])$/i.exec(text.trim()) ?? [];
	if (!fiscalYear)
		throw wrongUse(`--quarters: "${text}" is not a fiscal quarter; write them as 2026-Q1,2026-Q2`);
	return { fiscalYear: Number(fiscalYear), quarter: Number(quarter) };
}

/** Shows how far the computation is: a bar on a terminal, otherwise a line for every tenth. */
function progressBar() {
	if (process.stderr.isTTY) {
		const bar = new cliProgress.SingleBar({
			format: "preview |{bar}| {percentage}%",
			stream: process.stderr,
		});
		bar.start(100, 0);
		return {
			show: (share: number) => bar.update(Math.floor(share * 100)),
			stop: () => bar.stop(),
		};
	}
	let shown = -1;
	return {
		show(share: number) {
			const tenth = Math.floor(share * 10);
			if (tenth > shown) console.error(`preview: ${tenth * 10}%`);
			shown = Math.max(shown, tenth);
		},
		stop() {},
	};
}

/** The preview when it is computed. Throws with exit code 1, and what to do, where there can be no release. */
export async function finishedPreview(ask: Ask, quarters: string[] | undefined): Promise<Preview> {
	const asked = quarters?.map(readQuarter);
	const bar = progressBar();
	try {
		for (;;) {
			const { previewRelease: found } = await ask<{ previewRelease: Preview }>(QUERY, {
				quarters: asked ?? null,
			});
			bar.show(found.status === "COMPUTING" ? found.progress : 1);
			if (found.status === "READY") return found;
			if (found.status === "REFUSED") throw refused(found);
			await sleep(EVERY_MS);
		}
	} finally {
		bar.stop();
	}
}

function refused({ refusals }: Preview): CommandFailure {
	const reasons = refusals.map(({ message, remedy }) => `${message}.\n  What to do: ${remedy}`);
	return new CommandFailure(`There can be no release.\n${reasons.join("\n")}`, EXIT.refused);
}

/** Computes what a release would publish, and prints it. */
export async function preview(options: PreviewOptions): Promise<void> {
	const found = await withGraph(options, (ask) => finishedPreview(ask, options.quarters));
	if (options.json) printJson(found);
	else printPreview(found);
}

/** Publishes a preview by its id, or makes one first. */
export async function publish(
	options: PreviewOptions & { preview?: string; note?: string },
): Promise<void> {
	const { note, json } = options;
	if (options.preview !== undefined && options.quarters)
		throw wrongUse("--quarters: the preview says which quarters it covers; leave one of both out");
	await withGraph(options, async (ask) => {
		const id = options.preview ?? (await finishedPreview(ask, options.quarters)).id;
		const { publishRelease } = await ask<{
			publishRelease: Pick<Release, "id" | "number" | "periods" | "digest">;
		}>(
			"mutation($input: PublishReleaseInput!) { publishRelease(input: $input) { id number periods { fiscalYear quarter } digest } }",
			{ input: { preview: id, note: note ?? null } },
		);
		if (json) printJson(publishRelease);
		else
			console.log(
				`Release ${publishRelease.number} is published: ${periodText(publishRelease)}. It never changes. Id ${publishRelease.id}, digest ${publishRelease.digest}.`,
			);
	});
}
