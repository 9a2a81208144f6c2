import { useQuery } from "@tanstack/react-query";
import { ManufacturerHistoryDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { History } from "../../parts/History.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";

/** The changes of its record, as far as the reader sees them. */
export function HistoryPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(ManufacturerHistoryDocument, { id }));
	return (
		<Panel anchor="history" title={t("history.title")}>
			<Answered name={t("history.title")} query={query} height={60}>
				{({ sme }) => sme && <History revisions={sme.history} />}
			</Answered>
		</Panel>
	);
}
