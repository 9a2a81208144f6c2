import { useQuery } from "@tanstack/react-query";
import { TechnologyTransfersDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { Transfers } from "../../parts/Transfers.tsx";
import { transfersAsCells } from "../../parts/transfer-cells.ts";
import { useWords } from "../../words/use-words.ts";

/** The single transfers of a technology. */
export function TransfersPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(TechnologyTransfersDocument, { id }));
	const transfers = query.data?.data.engagements.nodes ?? [];
	const total = query.data?.data.engagements.totalCount ?? 0;
	return (
		<Panel
			title={t("transfer.title")}
			intro={t("transfer.intro")}
			actions={
				<TakeAlong
					file={`${id}-transfers`}
					cells={() => transfersAsCells(transfers)}
					asked={{ document: TechnologyTransfersDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("transfer.title")} query={query} height={120}>
				{() => (
					<>
						<Transfers transfers={transfers} empty={t("offer.transfers.none")} />
						{total > transfers.length && (
							<p className="quiet">
								{t("offer.transfers.first", { shown: transfers.length, total })}
							</p>
						)}
					</>
				)}
			</Answered>
		</Panel>
	);
}
