-- MySQL dump 10.13  Distrib 5.6.40, for Linux (x86_64)
--
-- Host: 192.0.2.5    Database: vos3000
-- ------------------------------------------------------
-- Server version	5.6.40

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8 */;

--
-- Table structure for table `e_areacode`
--

DROP TABLE IF EXISTS `e_areacode`;
CREATE TABLE `e_areacode` (
  `areacode` varchar(64) NOT NULL,
  `areaname` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`areacode`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8;

LOCK TABLES `e_areacode` WRITE;
INSERT INTO `e_areacode` VALUES ('44','United Kingdom'),('1','USA; Canada'),('86','China');
UNLOCK TABLES;

--
-- Table structure for table `e_cdr_20260302`
--

DROP TABLE IF EXISTS `e_cdr_20260302`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE `e_cdr_20260302` (
  `flowno` bigint(20) NOT NULL,
  `callere164` varchar(64) DEFAULT NULL,
  `calleee164` varchar(64) DEFAULT NULL,
  `starttime` bigint(20) DEFAULT NULL,
  `stoptime` bigint(20) DEFAULT NULL,
  `holdtime` int(11) DEFAULT NULL,
  `enddirection` int(11) DEFAULT NULL,
  `endreason` int(11) DEFAULT NULL,
  `callergatewayid` varchar(64) DEFAULT NULL,
  `calleegatewayid` varchar(64) DEFAULT NULL,
  `fee` double DEFAULT NULL,
  `agentfee` double DEFAULT NULL,
  `feetime` int(11) DEFAULT NULL,
  `customeraccount` varchar(64) DEFAULT NULL,
  `callerpdd` int(11) DEFAULT NULL,
  `customername` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`flowno`),
  KEY `starttime` (`starttime`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8;

LOCK TABLES `e_cdr_20260302` WRITE;
/*!40000 ALTER TABLE `e_cdr_20260302` DISABLE KEYS */;
INSERT INTO `e_cdr_20260302` VALUES (330455246,'12025550101','442079460001',1772452800000,1772452860000,60,0,-7,'CUST-A','VEND-1',0.125,0.1,60,'acct-1',2500,'Acme Telecom'),(330455247,'12025550102','442079460002',1772452860500,1772452860500,0,1,486,'CUST-A','VEND-1',0,0,0,'acct-1',1800,'Acme Telecom');
INSERT INTO `e_cdr_20260302` VALUES (330455248,'12025550103','442079460003',1772452920000,1772452920000,0,2,-69,'CUST-A','',0,0,0,'acct-1',NULL,'Acme Telecom'),(330455249,'12025550104','442079460004',1772452980000,1772453010000,30,1,-8,'CUST-A','VEND-1',0.125,0.1,30,'acct-1',2500,'Acme Telecom');
INSERT INTO `e_cdr_20260302` VALUES (330455250,'12025550105','442079460005',1772453040000,1772453040000,0,1,503,'CUST-A','VEND-1',0,0,0,'acct-1',2500,'Acme Telecom');
/*!40000 ALTER TABLE `e_cdr_20260302` ENABLE KEYS */;
UNLOCK TABLES;

-- Dump completed on 2026-03-02 12:10:00
