import type { InstituteOffersQuery } from "../../graphql/graphql.ts";
import { Listing } from "../../parts/Listing.tsx";
import { placeText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords } from "../../words/use-words.ts";

type Facility = NonNullable<InstituteOffersQuery["institute"]>["facilities"][number];

/** Shared facilities: where, for what, since when. */
export function Facilities({ facilities }: { facilities: readonly Facility[] }) {
	const t = useWords();
	return (
		<Listing
			empty={t("profile.facilities.none")}
			items={facilities.map(({ id, name, city, state, capability, opened, qualifier, source }) => ({
				id,
				main: (
					<RecordLink type="Facility" id={id}>
						{name}
					</RecordLink>
				),
				about: (
					<>
						{[
							(city || state) && placeText(t, { city, state, country: "US", nativeCity: null }),
							capability,
						]
							.filter(Boolean)
							.join(" · ")}
						{opened && (
							<>
								{" · "}
								<Sourced name={name} source={source} told={[[t("source.note"), qualifier]]}>
									{t("profile.facility.opened", { date: t.date(opened) })}
								</Sourced>
								{qualifier && ` (${qualifier})`}
							</>
						)}
					</>
				),
			}))}
		/>
	);
}
