import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PATHS } from "./paths.ts";

/** A link to the page of a service. */
export function EngagementLink({ id, children }: { id: string; children: ReactNode }) {
	return (
		<Link to={PATHS.engagement} params={{ id }}>
			{children}
		</Link>
	);
}
