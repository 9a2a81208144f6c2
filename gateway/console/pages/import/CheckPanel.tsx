import { check, pauseJob } from "../../offline/import-job.ts";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";
import { Progress } from "./Progress.tsx";
import type { OpenImport } from "./use-import.ts";

const COUNTS = ["CREATED", "UPDATED", "UNCHANGED", "FAILED"] as const;

/** Asks the hub what would become of the rows, and says it in counts. */
export function CheckPanel({ file, tally, job, waits, refusal }: OpenImport) {
	const t = useWords();
	const isChecking = job?.type === "CHECK";
	const isBegun = file.nextPart > 1 || file.sending !== undefined;
	const isWhole = tally.UNCHECKED === 0;
	return (
		<Panel title={t("import.check")} intro={t("import.check.intro")}>
			<dl className={look.counts}>
				{COUNTS.map((count) => (
					<div key={count} className={count === "FAILED" && tally[count] > 0 ? look.wrong : ""}>
						<dt>{t(`import.count.${isBegun ? "done" : "would"}.${count}`)}</dt>
						<dd>{t.number(tally[count])}</dd>
					</div>
				))}
				<div>
					<dt>{t("import.count.UNCHECKED")}</dt>
					<dd>{t.number(tally.UNCHECKED)}</dd>
				</div>
			</dl>
			{isChecking && <Progress job={job} waits={waits} />}
			{isChecking ? (
				<button type="button" className="action" onClick={pauseJob}>
					{t("import.stop")}
				</button>
			) : (
				<button
					type="button"
					className={`action ${isWhole || isBegun ? "" : "first"}`}
					disabled={job !== undefined || file.sending !== undefined || isWhole}
					onClick={() => void check()}
				>
					{t("import.check.do", { count: tally.UNCHECKED })}
				</button>
			)}
			{refusal && !isBegun && (
				<p className={look.problem} role="alert">
					{t("import.refused", { message: refusal })}
				</p>
			)}
			{isWhole && !job && <p role="status">{t("import.check.done", { count: tally.FAILED })}</p>}
		</Panel>
	);
}
