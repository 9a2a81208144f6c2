import { useInfiniteQuery } from "@tanstack/react-query";
import type { EarlierImportsQuery } from "../../graphql/graphql.ts";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { BASE_PATH } from "../../session/address.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";
import { earlierImports } from "./questions.ts";
import { UndoButton } from "./UndoButton.tsx";

type Batch = EarlierImportsQuery["importBatches"]["nodes"][number];

/** One import: the file, who and when, what became of its rows, and what can be done with it. */
function Entry({ batch, viewer }: { batch: Batch; viewer: SignedIn }) {
	const t = useWords();
	const { id, fileName, by, role, startedAt, created, updated, unchanged, failed, state } = batch;
	const isOwn = by === viewer.subject;
	const mayUndo = state !== "UNDONE" && (viewer.role !== "FIELD_STAFF" || isOwn);
	const place = viewer.role === "PROGRAM_OFFICE" && batch.center ? ` · ${batch.center.id}` : "";
	return (
		<li className={look.entry}>
			<p>
				<span className={look.name}>{fileName ?? id}</span>{" "}
				<span className="quiet">
					{new Date(startedAt).toLocaleString(t.language === "zh" ? "zh-CN" : "en-US")} · {by} (
					{t.maybe(`role.${role}`, role)}){place}
				</span>
			</p>
			<p>
				{t("import.earlier.counts", {
					created,
					updated,
					unchanged: unchanged ?? 0,
					failed: failed ?? 0,
				})}
			</p>
			{state !== "TAKEN" && (
				<p className={look.undone}>
					{t(`import.earlier.${state}`, {
						by: batch.undoneBy ?? "",
						date: t.date((batch.undoneAt ?? "").slice(0, 10)),
						reason: batch.undoReason ?? "",
					})}
				</p>
			)}
			<div className={look.actions}>
				{(failed ?? 0) > 0 && (
					<a className="action" href={`${BASE_PATH}imports/${id}/failed.csv`} download>
						{t("import.earlier.failed")}
						<span className="unseen"> {fileName ?? id}</span>
					</a>
				)}
				{mayUndo && <UndoButton id={id} fileName={fileName ?? null} />}
			</div>
			<ChangesFold id={id} title={t("import.earlier.changes")} />
		</li>
	);
}

/** Earlier imports of the center, or of all for the program office, newest first. */
export function EarlierPanel({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const query = useInfiniteQuery(earlierImports());
	return (
		<Panel title={t("import.earlier")} intro={t("import.earlier.intro")} anchor="earlier">
			<PagedRows
				name={t("import.earlier")}
				query={query}
				pageOf={({ importBatches }) => importBatches}
				height={160}
			>
				{(batches) =>
					batches.length === 0 ? (
						<p className="quiet">{t("import.earlier.none")}</p>
					) : (
						<ul>
							{batches.map((batch) => (
								<Entry key={batch.id} batch={batch} viewer={viewer} />
							))}
						</ul>
					)
				}
			</PagedRows>
		</Panel>
	);
}
