import { useQuery } from "@tanstack/react-query";
import { ManufacturerServicesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { Transfers } from "../../parts/Transfers.tsx";
import { transfersAsCells } from "../../parts/transfer-cells.ts";
import { useWords } from "../../words/use-words.ts";

/** Technologies that it took up or developed, with its readiness before and after. */
export function TechnologyPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(ManufacturerServicesDocument, { id }));
	const transfers = (query.data?.data.sme?.engagements.nodes ?? []).filter(
		({ kind }) => kind === "TECH_TRANSFER",
	);
	return (
		<Panel
			anchor="technology"
			title={t("transfer.title")}
			intro={t("transfer.intro")}
			actions={
				<TakeAlong
					file={`${id}-technology`}
					cells={() => transfersAsCells(transfers)}
					asked={{ document: ManufacturerServicesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("transfer.title")} query={query} height={120}>
				{({ sme }) =>
					sme && <Transfers transfers={transfers} empty={t("manufacturer.technology.none")} />
				}
			</Answered>
		</Panel>
	);
}
