import { memo, useState } from "react";
import { accept } from "../../offline/import.ts";
import type { ImportFile, ImportRow } from "../../offline/import-file.ts";
import { useWords } from "../../words/use-words.ts";
import { CellField } from "./CellField.tsx";
import { summaryOf } from "./columns.ts";
import look from "./Import.module.css";

type Props = { index: number; row: ImportRow; file: ImportFile };

/** Where a row stands. */
function stateOf({ fault, outcome, isSent, mended }: ImportRow) {
	if (fault && !outcome) return "UNREADABLE" as const;
	if (!outcome) return mended ? ("MENDED" as const) : ("UNCHECKED" as const);
	return isSent ? (`done.${outcome}` as const) : (`would.${outcome}` as const);
}

/** One row: what it is about, where it stands, and its wrong cells to be mended; or all of its cells. */
export const RowCard = memo(function RowCard({ index, row, file }: Props) {
	const t = useWords();
	const [isOpen, setOpen] = useState(false);
	const faults = row.faults ?? [];
	const placeOf = (column: string) => file.targets.indexOf(column);
	const faultAt = new Map(faults.map(({ column, message }) => [placeOf(column), message]));
	// A fault of a column that the file does not have is one of the row.
	const general = faults.filter(
		({ column, message }) => placeOf(column) < 0 && message !== row.fault,
	);
	const isWrong = row.outcome === "FAILED" || (row.fault !== undefined && !row.outcome);
	const shown = file.names.flatMap((_, at) => {
		const isKnown = file.targets[at] !== null || row.fault !== undefined;
		const isAsked = faultAt.has(at) || row.mended?.includes(at) || row.fault !== undefined;
		return isKnown && (isOpen || isAsked) ? [at] : [];
	});
	// What is on its way stays as it is.
	const isFixed = file.sending !== undefined || (row.isSent === true && !isWrong);
	return (
		<div className={isWrong ? look.wrongRow : undefined}>
			<div className={look.rowHead}>
				<span>
					<span className="quiet">{t("import.line", { line: row.line })}</span>{" "}
					<span className={look.name}>{summaryOf(file, row)}</span>
				</span>
				<span className={look.rowState}>
					<span className={isWrong ? look.bad : "quiet"}>{t(`import.state.${stateOf(row)}`)}</span>
					<button
						type="button"
						className={look.more}
						aria-expanded={isOpen}
						onClick={() => setOpen(!isOpen)}
					>
						{t(isOpen ? "import.row.less" : "import.row.more")}
						<span className="unseen"> {t("import.line", { line: row.line })}</span>
					</button>
				</span>
			</div>
			{row.fault && <p className={look.bad}>{row.fault}</p>}
			{general.map(({ column, message }) => (
				<p key={column + message} className={look.bad}>
					{column ? `${t.maybe(`import.column.${column}`, column)}: ${message}` : message}
				</p>
			))}
			{shown.length > 0 && (
				<div className={look.fields}>
					{shown.map((at) => (
						<CellField
							key={at}
							index={index}
							at={at}
							line={row.line}
							name={file.names[at] ?? ""}
							value={row.cells[at] ?? ""}
							message={row.outcome ? faultAt.get(at) : undefined}
							isFixed={isFixed}
						/>
					))}
				</div>
			)}
			{row.fault && !isFixed && (
				<button type="button" className="action" onClick={() => accept(index)}>
					{t("import.row.accept")}
				</button>
			)}
		</div>
	);
});
