import type { InstituteWorkQuery } from "../../graphql/graphql.ts";
import { Listing } from "../../parts/Listing.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords } from "../../words/use-words.ts";

type Project = NonNullable<InstituteWorkQuery["institute"]>["projects"][number];

/** Projects that a source names, with who takes part. */
export function Projects({ projects }: { projects: readonly Project[] }) {
	const t = useWords();
	return (
		<Listing
			empty={t("profile.projects.none")}
			items={projects.map(
				({ id, name, lead, partners, startedOn, note, call, technology, source }) => ({
					id,
					main: (
						<Sourced name={t("profile.projects")} source={source} told={[[t("source.note"), note]]}>
							{name}
						</Sourced>
					),
					about: (
						<>
							{[
								startedOn && t("profile.project.started", { date: t.date(startedOn) }),
								lead && t("profile.project.lead", { lead }),
								partners.length > 0 && t("profile.project.partners", { list: partners.join("; ") }),
								call && t("profile.project.call", { call: call.name }),
								note,
							]
								.filter(Boolean)
								.join(" · ")}
							{technology && (
								<>
									{" · "}
									{t("profile.project.technology")}{" "}
									<RecordLink type="Technology" id={technology.id}>
										{technology.name}
									</RecordLink>
								</>
							)}
						</>
					),
				}),
			)}
		/>
	);
}
