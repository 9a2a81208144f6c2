import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CourseDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Fact } from "../../parts/Facts.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { OfferPage } from "./OfferPage.tsx";
import { RightsPanel } from "./RightsPanel.tsx";

const route = getRouteApi(PATHS.course);

/** A training programme: for whom, since when, how many it trained, and which manufacturers took it. */
export function CoursePage() {
	const t = useWords();
	const { id } = route.useParams();
	const query = useQuery(ask(CourseDocument, { id }));
	const course = query.data?.data.courses.nodes[0];
	const notStated = <NotAvailable reason={t("trace.not-stated")} />;
	if (isNothing(query, ({ courses }) => courses.nodes[0])) return <Nothing />;
	return (
		<OfferPage
			type="Course"
			id={id}
			query={query}
			offer={course}
			asked={{ document: CourseDocument, variables: { id } }}
			facts={
				course && (
					<>
						<Fact name={t("offer.audience")}>{course.audience ?? notStated}</Fact>
						<Fact name={t("offer.started")}>
							{course.started ? t.date(course.started) : notStated}
						</Fact>
						<Fact name={t("trace.people-trained")}>
							{course.peopleTrained === null ? (
								notStated
							) : (
								<Sourced
									name={t("trace.people-trained")}
									source={course.source}
									told={[
										[t("source.as-of"), course.asOfWords ?? (course.asOf && t.date(course.asOf))],
									]}
								>
									{t.number(course.peopleTrained)}
								</Sourced>
							)}
						</Fact>
						<Fact name={t("source.as-of")}>
							{course.asOfWords ?? (course.asOf && t.date(course.asOf))}
						</Fact>
						<Fact name={t("source.note")}>{course.note}</Fact>
					</>
				)
			}
		>
			{course && <RightsPanel institute={course.institute.id} right="training_discount" />}
		</OfferPage>
	);
}
