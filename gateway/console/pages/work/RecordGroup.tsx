import type { MyRecordsQuery } from "../../graphql/graphql.ts";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { RecordCard } from "./RecordCard.tsx";
import look from "./Work.module.css";

export type MyRecord = MyRecordsQuery["engagements"]["nodes"][number];

type Props = {
	group: "RETURNED" | "OPEN" | "SUBMITTED" | "APPROVED" | "VOIDED";
	records: MyRecord[];
	owner: string;
};

/** Records that stand at the same point. */
export function RecordGroup({ group, records, owner }: Props) {
	const t = useWords();
	if (records.length === 0 && (group === "VOIDED" || group === "OPEN")) return null;
	return (
		<Panel title={t(`work.records.${group}`, { count: records.length })}>
			{records.length === 0 && <p className="quiet">{t("work.records.none")}</p>}
			<ul className={look.cards}>
				{records.map((record) => (
					<li key={record.id}>
						<RecordCard record={record} owner={owner} />
					</li>
				))}
			</ul>
		</Panel>
	);
}
