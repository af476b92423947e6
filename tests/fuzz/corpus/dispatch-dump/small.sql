-- PostgreSQL database dump
CREATE SCHEMA dispatch_organization_default;

COPY dispatch_organization_default.event (id, uuid, started_at, ended_at, source, description, details, individual_id, incident_id) FROM stdin;
1	u-1	2021-07-27 19:54:05.75815	2021-07-27 19:55:05	Core	It was \\ stable\nnow	null	2	4
\.

COPY dispatch_organization_default.incident (id, name, title, description, reported_at, stable_at, closed_at) FROM stdin;
4	default-4	Old keys	Sad noises	2021-07-27 19:52:57.757214	2021-07-27 19:54:03	\N
\.

COPY dispatch_organization_default.individual_contact (id, "name", email) FROM stdin;
2	Asha Rao	asha@example.com
\.
