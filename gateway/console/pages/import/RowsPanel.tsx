import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState } from "react";
import { Panel } from "../../parts/Panel.tsx";
import { save } from "../../parts/take-along.ts";
import { useWords } from "../../words/use-words.ts";
import { failedCsv } from "./failed-csv.ts";
import look from "./Import.module.css";
import { RowCard } from "./RowCard.tsx";
import type { OpenImport } from "./use-import.ts";

/** Heights until a row is measured, px. */
const ROW_PX = 41;
const WRONG_PX = 132;

/** The rows of the file: those that need mending, each to be mended in place, or all. */
export function RowsPanel({ file, rows, wrong, tally }: OpenImport) {
	const t = useWords();
	const [isAll, setAll] = useState(false);
	const scroller = useRef<HTMLDivElement>(null);
	const indices = useMemo(
		() => (isAll ? Array.from(rows.keys()) : wrong),
		// `rows` is the same list when it has grown.
		[isAll, wrong, rows.length],
	);
	// The same functions each time: otherwise all rows are laid out anew whenever one is drawn.
	const keyOf = useCallback((at: number) => indices[at] ?? at, [indices]);
	const estimateSize = useCallback(() => (isAll ? ROW_PX : WRONG_PX), [isAll]);
	const virtual = useVirtualizer({
		count: indices.length,
		getScrollElement: () => scroller.current,
		estimateSize,
		getItemKey: keyOf,
		overscan: 6,
	});
	const failed = tally.FAILED;
	return (
		<Panel
			title={t("import.rows.title")}
			intro={t("import.rows.intro")}
			actions={
				failed > 0 && (
					<button
						type="button"
						className="action"
						onClick={() =>
							save(
								`${file.fileName.replace(/\.\w+$/, "")}-failed.csv`,
								new Blob([failedCsv(file, rows)], { type: "text/csv" }),
							)
						}
					>
						{t("import.rows.take", { count: failed })}
					</button>
				)
			}
		>
			<div className={look.actions} role="group" aria-label={t("import.rows.which")}>
				<button
					type="button"
					className="action"
					aria-pressed={!isAll}
					onClick={() => setAll(false)}
				>
					{t("import.rows.wrong", { count: wrong.length })}
				</button>
				<button type="button" className="action" aria-pressed={isAll} onClick={() => setAll(true)}>
					{t("import.rows.all", { count: rows.length })}
				</button>
			</div>
			{indices.length === 0 ? (
				<p className="quiet">{t("import.rows.none")}</p>
			) : (
				<div
					ref={scroller}
					className={look.scroller}
					role="group"
					aria-label={t("import.rows.title")}
					tabIndex={0}
				>
					<ul style={{ height: virtual.getTotalSize(), position: "relative" }}>
						{virtual.getVirtualItems().map(({ index: at, start, key }) => {
							const index = indices[at] as number;
							const row = rows[index];
							return (
								row && (
									<li
										key={key}
										ref={virtual.measureElement}
										data-index={at}
										aria-posinset={at + 1}
										aria-setsize={indices.length}
										className={look.row}
										style={{ transform: `translateY(${start}px)` }}
									>
										<RowCard index={index} row={row} file={file} />
									</li>
								)
							);
						})}
					</ul>
				</div>
			)}
		</Panel>
	);
}
