import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import { CenterProfileDocument, type CenterProfileQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { FactList } from "./FactList.tsx";

type Props = { query: UseQueryResult<Answer<CenterProfileQuery>, Error> };

/** What is known of the center; each fact opens onto the page that it was read from. */
export function FactsPanel({ query }: Props) {
	const t = useWords();
	const center = query.data?.data.mepCenter;
	const cells = () => ({
		columns: [
			"id",
			"name",
			"state",
			"city",
			"host",
			"host_kind",
			"website",
			"note",
			"as_of",
			"document",
		],
		rows: center
			? [
					[
						center.id,
						center.name,
						center.state,
						center.city,
						center.hostOrganization,
						center.hostKind,
						center.website,
						center.note,
						center.asOf,
						center.source.document,
					],
				]
			: [],
	});
	return (
		<Panel
			anchor="facts"
			title={t("profile.facts")}
			intro={t("profile.facts.intro")}
			actions={
				center && (
					<TakeAlong
						file={center.id}
						cells={cells}
						asked={{ document: CenterProfileDocument, variables: { id: center.id } }}
					/>
				)
			}
		>
			<Answered name={t("profile.facts")} query={query} height={300}>
				{({ mepCenter }) => mepCenter && <FactList center={mepCenter} />}
			</Answered>
		</Panel>
	);
}
