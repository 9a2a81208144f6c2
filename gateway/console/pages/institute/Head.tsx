import { Link } from "@tanstack/react-router";
import type { InstituteProfileQuery } from "../../graphql/graphql.ts";
import { ProfileHead } from "../../parts/ProfileHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import { nameText } from "../../parts/place.ts";
import { useWords } from "../../words/use-words.ts";

type Props = { id: string; institute: InstituteProfileQuery["institute"] | undefined };

/** The institute's name, its other names, and the way to all institutes. */
export function Head({ id, institute }: Props) {
	const t = useWords();
	const shown = institute && nameText(t, institute);
	const others = institute
		? [institute.name, institute.fullName, institute.nativeName, institute.acronym]
		: [];
	const also = [...new Set(others)].filter((name) => name && name !== shown);
	return (
		<ProfileHead
			kind={<Link to={PATHS.institutes}>{t("type.Institute")}</Link>}
			id={id}
			name={shown ?? undefined}
			also={also.join(" · ")}
		/>
	);
}
