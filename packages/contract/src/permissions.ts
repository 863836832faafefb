/** The roles a person can have. At an agency: `fill`, `submit`, `read`; at Digdir: `admin`, `analyst`; for a ministry: `coordinator`. */
export const roles = ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/** What a role is held over: the agency in question, the ministry it is under, or everything. */
export const reach: Record<Role, 'agency' | 'ministry' | 'all'> = {
  fill: 'agency',
  submit: 'agency',
  read: 'agency',
  admin: 'all',
  analyst: 'all',
  coordinator: 'ministry',
};

/**
 * The permission table: who may do what. The only place that says so. `everyone` needs no login, `signedIn` any login;
 * a list names the roles, each within its reach.
 */
export const permissions = {
  'public.read': 'everyone',
  'session.read': 'everyone',
  'session.own': 'signedIn',
  'vocabulary.read': 'everyone',
  'measures.read': ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator'],
  'measures.write': ['fill', 'submit'],
  'response.read': ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator'],
  'response.submit': ['submit'],
  'round.manage': ['admin'],
  'round.followUp': ['admin', 'analyst'],
  'round.import': ['admin'],
  'round.export': ['admin', 'analyst'],
  'release.freeze': ['admin'],
  'audit.read': ['admin'],
} as const satisfies Record<string, 'everyone' | 'signedIn' | readonly Role[]>;

export type Action = keyof typeof permissions;

/** One role a person holds, and over what. */
export interface HeldRole {
  readonly role: Role;
  /** Agency id for fill, submit and read. */
  readonly agency?: string | undefined;
  /** Ministry code for coordinator. */
  readonly ministry?: string | undefined;
}

/** Whose business the request is about, when it is about an agency. */
export interface Target {
  readonly agency: string;
  readonly ministry: string;
}

/** Whether someone with these roles (undefined: not signed in) may do this, to this target. */
export function may(held: readonly HeldRole[] | undefined, action: Action, target?: Target): boolean {
  const rule: 'everyone' | 'signedIn' | readonly Role[] = permissions[action];
  if (rule === 'everyone') return true;
  if (held === undefined) return false;
  if (rule === 'signedIn') return true;
  return held.some((h) => rule.includes(h.role) && reaches(h, target));
}

function reaches(held: HeldRole, target: Target | undefined): boolean {
  switch (reach[held.role]) {
    case 'all':
      return true;
    case 'agency':
      return target !== undefined && held.agency === target.agency;
    case 'ministry':
      return target !== undefined && held.ministry === target.ministry;
  }
}
