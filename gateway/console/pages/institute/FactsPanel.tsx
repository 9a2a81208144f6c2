import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import { InstituteProfileDocument, type InstituteProfileQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { cellsOfFigures } from "../../parts/figure-cells.ts";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { FactList } from "./FactList.tsx";

type Props = { query: UseQueryResult<Answer<InstituteProfileQuery>, Error> };

/** What is known of the institute; each fact opens onto its source, and where sources disagree they stand beside each other. */
export function FactsPanel({ query }: Props) {
	const t = useWords();
	const institute = query.data?.data.institute;
	return (
		<Panel
			anchor="facts"
			title={t("profile.facts")}
			intro={t("profile.facts.intro")}
			actions={
				institute && (
					<TakeAlong
						file={institute.id}
						cells={() => cellsOfFigures(institute.observations)}
						asked={{ document: InstituteProfileDocument, variables: { id: institute.id } }}
					/>
				)
			}
		>
			<Answered name={t("profile.facts")} query={query} height={560}>
				{(data) => data.institute && <FactList institute={data.institute} />}
			</Answered>
		</Panel>
	);
}
