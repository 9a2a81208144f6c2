import { type DragEvent, useId, useState } from "react";
import { choose, readAgain } from "../../offline/import.ts";
import type { ImportWork } from "../../offline/import-work.ts";
import { useWords } from "../../words/use-words.ts";
import { EncodingChoice } from "./EncodingChoice.tsx";
import look from "./Import.module.css";

/** Where a file is chosen or dropped. */
export function FileZone({ problem }: Pick<ImportWork, "problem">) {
	const t = useWords();
	const id = useId();
	const [isOver, setOver] = useState(false);
	const take = (file: File | undefined) => {
		if (file) void choose(file);
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		take(event.dataTransfer.files[0]);
	};
	const said =
		problem?.code === "UNREACHABLE" || problem?.code === "NOT_THE_HUB" || !problem?.message
			? t("import.problem.unreachable")
			: problem.message;
	return (
		<>
			{problem && (
				<div className={look.problem} role="alert">
					<p>{t("import.problem", { message: said })}</p>
					{/encoding/i.test(problem.message) && (
						<EncodingChoice value="" onChoose={(encoding) => readAgain({ encoding })} />
					)}
				</div>
			)}
			{/* Dropping is one more way to do what the button does. */}
			<div
				className={`${look.zone} ${isOver ? look.over : ""}`}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={drop}
			>
				<p id={id}>{t("import.drop")}</p>
				<label className="action first">
					{t("import.choose")}
					<input
						type="file"
						className="unseen"
						accept=".csv,.tsv,.txt,.xlsx"
						aria-describedby={id}
						onChange={({ target }) => {
							take(target.files?.[0]);
							// The same file may be chosen again once it was changed.
							target.value = "";
						}}
					/>
				</label>
			</div>
		</>
	);
}
