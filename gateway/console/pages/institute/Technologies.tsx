import type { InstituteOffersQuery } from "../../graphql/graphql.ts";
import { Listing } from "../../parts/Listing.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";

type Technology = NonNullable<InstituteOffersQuery["institute"]>["technologies"][number];

/** Technologies that published cases name. */
export function Technologies({ technologies }: { technologies: readonly Technology[] }) {
	const t = useWords();
	return (
		<Listing
			empty={t("profile.technologies.none")}
			items={technologies.map(({ id, name }) => ({
				id,
				main: (
					<RecordLink type="Technology" id={id}>
						{name}
					</RecordLink>
				),
			}))}
		/>
	);
}
