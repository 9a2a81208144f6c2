import type { InstituteOffersQuery } from "../../graphql/graphql.ts";
import { Listing } from "../../parts/Listing.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords } from "../../words/use-words.ts";

type Course = NonNullable<InstituteOffersQuery["institute"]>["courses"][number];

/** Training programmes: for whom, since when, how many were trained. */
export function Courses({ courses }: { courses: readonly Course[] }) {
	const t = useWords();
	return (
		<Listing
			empty={t("profile.courses.none")}
			items={courses.map((course) => {
				const { id, name, audience, started, peopleTrained, asOf, asOfWords, source } = course;
				const when = asOfWords ?? (asOf && t.date(asOf));
				return {
					id,
					main: (
						<RecordLink type="Course" id={id}>
							{name}
						</RecordLink>
					),
					about: (
						<>
							{[audience, started && t("profile.course.started", { date: t.date(started) })]
								.filter(Boolean)
								.join(" · ")}
							{peopleTrained !== null && (
								<>
									{" · "}
									<Sourced name={name} source={source} told={[[t("source.as-of"), when]]}>
										{t("profile.course.trained", { count: peopleTrained })}
									</Sourced>
								</>
							)}
						</>
					),
				};
			})}
		/>
	);
}
