import { useQuery } from "@tanstack/react-query";
import { InstituteOffersDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { Courses } from "./Courses.tsx";
import { Facilities } from "./Facilities.tsx";
import look from "./Funding.module.css";
import { Technologies } from "./Technologies.tsx";

/** Facilities, courses and technologies of the institute. */
export function OffersPanels({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteOffersDocument, { id }));
	return (
		<Panel anchor="offers" title={t("profile.offers")}>
			<Answered name={t("profile.offers")} query={query} height={240}>
				{({ institute }) =>
					institute && (
						<>
							<h3 className={look.title}>{t("type.Facility")}</h3>
							<Facilities facilities={institute.facilities} />
							<h3 className={look.title}>{t("type.Course")}</h3>
							<Courses courses={institute.courses} />
							<h3 className={look.title}>{t("type.Technology")}</h3>
							<Technologies technologies={institute.technologies} />
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
