import { useQuery } from "@tanstack/react-query";
import { PartnerDisclosuresDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { DisclosuresTable } from "./DisclosuresTable.tsx";
import { ForPermitted } from "./ForPermitted.tsx";

/** What was disclosed to a partner, newest first. */
export function DisclosuresPanel({ partnerId }: { partnerId: string }) {
	const t = useWords();
	const query = useQuery(ask(PartnerDisclosuresDocument, { partnerId }));
	return (
		<Panel
			title={t("partners.disclosures")}
			intro={t("partners.disclosures.of-partner")}
			actions={
				<TakeAlong
					file={`${partnerId}-disclosures`}
					asked={{ document: PartnerDisclosuresDocument, variables: { partnerId } }}
				/>
			}
		>
			<ForPermitted name={t("partners.disclosures")} query={query} height={160}>
				{({ disclosures }) => <DisclosuresTable disclosures={disclosures} />}
			</ForPermitted>
		</Panel>
	);
}
