import { useQuery } from "@tanstack/react-query";
import { InstituteOffersDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Subhead } from "../../parts/Subhead.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { Courses } from "./Courses.tsx";
import { cellsOfOffers } from "./cells.ts";
import { Facilities } from "./Facilities.tsx";
import { Technologies } from "./Technologies.tsx";

/** Facilities, courses and technologies of the institute. */
export function OffersPanels({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteOffersDocument, { id }));
	return (
		<Panel
			anchor="offers"
			title={t("profile.offers")}
			actions={
				<TakeAlong
					file={`${id}-offers`}
					cells={() => cellsOfOffers(query.data?.data.institute)}
					asked={{ document: InstituteOffersDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("profile.offers")} query={query} height={240}>
				{({ institute }) =>
					institute && (
						<>
							<Subhead title={t("type.Facility")} />
							<Facilities facilities={institute.facilities} />
							<Subhead title={t("type.Course")} />
							<Courses courses={institute.courses} />
							<Subhead title={t("type.Technology")} />
							<Technologies technologies={institute.technologies} />
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
