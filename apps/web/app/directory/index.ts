export { MinistryField, NameFields, useAgencyFaults } from './agency-fields.tsx';
