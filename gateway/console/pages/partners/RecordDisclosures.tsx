import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RecordDisclosuresDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { DisclosuresTable } from "./DisclosuresTable.tsx";
import { ForPermitted } from "./ForPermitted.tsx";
import look from "./RecordDisclosures.module.css";

type Props = { record: string; onRecord: (record: string) => void };

/** Who may see what was disclosed to partners; and, for those who may see a record, what was disclosed of it. */
export function RecordDisclosures({ record, onRecord }: Props) {
	const t = useWords();
	const [typed, type] = useState(record);
	const variables = { type: "Sme", recordId: record };
	const query = useQuery({ ...ask(RecordDisclosuresDocument, variables), enabled: record !== "" });
	return (
		<Panel title={t("partners.disclosures")} intro={t("partners.disclosures.intro")}>
			<ul className={look.rules}>
				{(["office", "partner", "center", "public"] as const).map((who) => (
					<li key={who}>{t(`partners.disclosures.${who}`)}</li>
				))}
			</ul>
			<form
				className={`${look.form} screen-only`}
				onSubmit={(event) => {
					event.preventDefault();
					onRecord(typed.trim());
				}}
			>
				<label>
					{t("partners.disclosures.record")}{" "}
					<input
						value={typed}
						placeholder="sme_…"
						pattern="[\w.~\-]{1,120}"
						onChange={({ target }) => type(target.value)}
					/>
				</label>
				<button type="submit" className="action">
					{t("partners.disclosures.ask")}
				</button>
			</form>
			{record !== "" && (
				<ForPermitted name={t("partners.disclosures")} query={query} height={120}>
					{({ disclosures }) => <DisclosuresTable disclosures={disclosures} />}
				</ForPermitted>
			)}
		</Panel>
	);
}
