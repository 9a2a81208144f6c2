import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import type { InstituteProfileQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { OtherFacts } from "../../parts/OtherFacts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { factsOf } from "./facts.ts";

type Props = { query: UseQueryResult<Answer<InstituteProfileQuery>, Error> };

/** What sources say of the institute and no panel above shows. */
export function OtherFactsPanel({ query }: Props) {
	const t = useWords();
	return (
		<Panel anchor="other" title={t("profile.other-facts")}>
			<Answered name={t("profile.other-facts")} query={query} height={80}>
				{({ institute }) => (
					<OtherFacts
						told={factsOf(institute?.observations ?? []).others}
						empty={t("profile.other-facts.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
