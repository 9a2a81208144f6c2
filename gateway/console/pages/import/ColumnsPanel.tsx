import { useQuery } from "@tanstack/react-query";
import { KnownImportColumnsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { setDates, setMakesKeys, setTarget } from "../../offline/import.ts";
import type { DateOrder } from "../../offline/import-file.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { missingColumns, samplesOf } from "./columns.ts";
import look from "./Import.module.css";
import type { OpenImport } from "./use-import.ts";

/** Which column of the import each of the file's columns is, with values of it; and how dates and keys are read. */
export function ColumnsPanel({ file, rows, job }: OpenImport) {
	const t = useWords();
	const { viewer } = useSession();
	const query = useQuery(ask(KnownImportColumnsDocument, {}));
	const isFixed = file.nextPart > 1 || file.sending !== undefined || job !== undefined;
	const label = (column: string) => t.maybe(`import.column.${column}`, column);
	const missing = missingColumns(file, viewer?.role === "PROGRAM_OFFICE");
	return (
		<Panel title={t("import.columns")} intro={t("import.columns.intro")}>
			<Answered name={t("import.columns")} query={query} height={300}>
				{({ importColumnMeanings }) => (
					<ul className={look.columns}>
						{file.names.map((name, at) => {
							const target = file.targets[at] ?? null;
							const samples = samplesOf(rows, at);
							const shown = name || t("import.columns.unnamed", { number: at + 1 });
							return (
								// Columns are known by their place; two may have one name.
								<li key={at}>
									<span className={look.name}>{shown}</span>
									<span className="quiet">
										{samples.length > 0 ? samples.join(" · ") : t("import.columns.empty")}
									</span>
									<span>
										<select
											aria-label={t("import.columns.is", { name: shown })}
											value={target ?? ""}
											disabled={isFixed || name === ""}
											title={importColumnMeanings.find(({ column }) => column === target)?.meaning}
											onChange={({ target: { value } }) => setTarget(at, value || null)}
										>
											<option value="">{t("import.columns.left-out")}</option>
											{importColumnMeanings.map(({ column }) => (
												<option key={column} value={column}>
													{label(column)}
												</option>
											))}
										</select>
										{file.unsure.includes(at) && target && (
											<span className={look.unsure}>{t("import.columns.unsure")}</span>
										)}
									</span>
								</li>
							);
						})}
					</ul>
				)}
			</Answered>
			<div className={look.choices}>
				<label>
					{t("import.dates")}{" "}
					<select
						value={file.dates ?? ""}
						disabled={isFixed}
						onChange={({ target }) => setDates((target.value || null) as DateOrder | null)}
					>
						<option value="">{t("import.dates.refuse")}</option>
						<option value="MDY">{t("import.dates.MDY")}</option>
						<option value="DMY">{t("import.dates.DMY")}</option>
					</select>
				</label>
				<label>
					<input
						type="checkbox"
						checked={file.makesKeys}
						disabled={isFixed}
						onChange={({ target }) => setMakesKeys(target.checked)}
					/>{" "}
					{t("import.keys")}
				</label>
			</div>
			{file.makesKeys && <p className="quiet">{t("import.keys.made")}</p>}
			{missing.length > 0 && (
				<p className={look.problem} role="status">
					{t("import.columns.missing", { columns: missing.map(label).join(", ") })}
				</p>
			)}
		</Panel>
	);
}
