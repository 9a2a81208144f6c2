import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../session/use-session.ts";
import type { PATHS } from "./paths.ts";
import { workAreasOf } from "./work-areas.ts";

type Props = {
	to: typeof PATHS.duplicates | typeof PATHS.memberships;
	search: Record<string, string>;
	children: ReactNode;
};

/** Leads from a record to where it is worked on, those who have something to do there; nothing for others. */
export function WorkLink({ to, search, children }: Props) {
	const { viewer } = useSession();
	if (!workAreasOf(viewer).some((area) => area.to === to)) return null;
	return (
		<Link to={to} search={search} className="screen-only">
			{children}
		</Link>
	);
}
