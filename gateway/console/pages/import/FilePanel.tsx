import { useState } from "react";
import { canReadAgain, discard, readAgain } from "../../offline/import.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { EncodingChoice } from "./EncodingChoice.tsx";
import look from "./Import.module.css";
import type { OpenImport } from "./use-import.ts";

/** Which file it is and how it was read, and the ways to read it otherwise or to put it away. */
export function FilePanel({ file, tally, rows, job, wrong }: OpenImport) {
	const t = useWords();
	const [isAsking, setAsking] = useState(false);
	const { understood, fileName } = file;
	const isBegun = file.nextPart > 1 || file.sending !== undefined;
	const isMended = wrong.some((index) => rows[index]?.mended);
	const mayReread = canReadAgain() && !isBegun && !isMended && !job;
	const isOpen = tally.UNSENT > 0 && (isBegun || isMended);
	const delimiter = understood.format === "csv" ? understood.delimiter : "";
	return (
		<Panel
			title={t("import.file")}
			actions={
				<button
					type="button"
					className="action"
					onClick={() => (isOpen ? setAsking(true) : void discard())}
				>
					{t("import.put-away")}
				</button>
			}
		>
			<p className={look.name}>{fileName}</p>
			<p className="quiet">
				{understood.format === "csv"
					? t("import.understood.csv", {
							encoding: t.maybe(`import.encoding.${understood.encoding}`, understood.encoding),
							delimiter: t.maybe(`import.delimiter.${delimiter.charCodeAt(0)}`, delimiter),
						})
					: t("import.understood.xlsx", { sheet: understood.sheet })}{" "}
				{t("import.rows", { count: rows.length })}
			</p>
			{mayReread && understood.format === "csv" && (
				<p className={look.choices}>
					<EncodingChoice
						value={understood.encoding}
						onChoose={(encoding) => readAgain({ encoding })}
					/>
				</p>
			)}
			{mayReread && understood.format === "xlsx" && understood.sheets.length > 1 && (
				<p className={look.choices}>
					<label>
						{t("import.sheet")}{" "}
						<select
							value={understood.sheet}
							onChange={({ target }) => readAgain({ sheet: target.value })}
						>
							{understood.sheets.map((name) => (
								<option key={name} value={name}>
									{name}
								</option>
							))}
						</select>
					</label>
				</p>
			)}
			{isAsking && (
				<ConfirmDialog
					title={t("import.put-away")}
					action={t("import.put-away")}
					cancel={t("work.cancel")}
					onConfirm={() => {
						setAsking(false);
						void discard();
					}}
					onClose={() => setAsking(false)}
				>
					<p>{t("import.put-away.asking", { count: tally.UNSENT })}</p>
				</ConfirmDialog>
			)}
		</Panel>
	);
}
