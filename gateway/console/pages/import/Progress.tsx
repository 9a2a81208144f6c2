import type { ImportWork } from "../../offline/import-work.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";

/** How far a job is, and what it waits for. */
export function Progress({ job, waits }: Pick<ImportWork, "job" | "waits">) {
	const t = useWords();
	if (!job) return null;
	const said = t("import.progress", { done: job.done, total: job.total });
	return (
		<div className={look.progress}>
			<progress max={job.total} value={job.done} aria-label={t(`import.job.${job.type}`)} />
			<span>{said}</span>
			{waits && (
				<p className={look.problem} role="status">
					{t(`import.waits.${waits}`)}
				</p>
			)}
		</div>
	);
}
